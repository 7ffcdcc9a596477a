import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { PassportReader } from './passport.reader.js';
import {
  PassportShareConnection,
  RelianceToReviewArgs,
  RelianceToReviewConnection,
  SharedCompletionConnection,
  SharedTrainingArgs,
} from './passport.types.js';

@Resolver()
export class PassportQueriesResolver {
  constructor(private readonly passports: PassportReader) {}

  @Query(() => PassportShareConnection, {
    name: 'passportShares',
    description: 'With whom you share your own passport, and until when.',
  })
  @Rule('signedIn')
  @Reads('passport-shares')
  passportShares(@Args() args: PageArgs, @Acting() act: Act) {
    return this.passports.shares(act, args);
  }

  @Query(() => SharedCompletionConnection, {
    name: 'sharedTraining',
    description:
      'What people share with an organisation today, with its own decisions about it. A share that has run out shows nothing. Empty where the organisation is not yours.',
  })
  @Rule('signedIn')
  @Reads('completions', 'passport-shares', 'reliance', 'organisations', 'name-cards')
  sharedTraining(@Args() args: SharedTrainingArgs, @Acting() act: Act) {
    return this.passports.shared(act, args);
  }

  @Query(() => RelianceToReviewConnection, {
    name: 'relianceToReview',
    description:
      'Decisions of an organisation about completions that were corrected since: they want looking at again. Empty where the organisation is not yours.',
  })
  @Rule('signedIn')
  @Reads('reliance', 'organisations')
  relianceToReview(@Args() args: RelianceToReviewArgs, @Acting() act: Act) {
    return this.passports.relianceToReview(act, args);
  }
}
