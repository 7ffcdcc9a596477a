import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AccessReviewReader } from './access-review.reader.js';
import { AccessHeldConnection, AccessReviewArgs } from './access-review.types.js';
import { OwnAccessReader } from './own-access.reader.js';

@Resolver()
export class AccessReviewResolver {
  constructor(
    private readonly reviews: AccessReviewReader,
    private readonly own: OwnAccessReader,
  ) {}

  @Query(() => AccessHeldConnection, {
    name: 'accessReview',
    description:
      'Who can see the records of an organisation, or of one of its teams, on a day, and why: roles, lent roles, supervision, agreements, the organisation’s system, emergencies. Each with the facts that decided it. For the organisation’s lead and auditor; empty for others. What people share themselves is theirs to review, and is not listed.',
  })
  @Rule('signedIn')
  @Reads('access-grants', 'organisations', 'name-cards')
  accessReview(@Args() args: AccessReviewArgs, @Acting() act: Act) {
    return this.reviews.review(act, args);
  }

  @Query(() => AccessHeldConnection, {
    name: 'whoCanSeeMe',
    description:
      'Who can see your own record today, and why, in sentences: the organisations that engage you, whoever supervises you, what agreements pass on, and what you share yourself. `myAccessLog` says who did look.',
  })
  @Rule('signedIn')
  @Reads('access-grants', 'agreements', 'organisations', 'engagement', 'name-cards')
  whoCanSeeMe(@Args() args: PageArgs, @Acting() act: Act) {
    return this.own.mine(act, args);
  }
}
