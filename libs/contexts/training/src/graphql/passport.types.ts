import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { RelianceDecision } from '../contracts.js';
import { Completion, MyTrainingArgs } from './record.types.js';
import { RelianceDecisionEnum } from './training.enums.js';

@ObjectType({
  description: 'A share of your passport with one organisation: the last, where there were several.',
})
@Extensions({ class: 'C2' })
export class PassportShare {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly withOrganisationId!: string;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly sharedOn!: string;

  @Field(() => CalendarDate, {
    description: 'The last day on which the passport may be read, unless it ended before.',
  })
  readonly until!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When you ended it, or its lapse was recorded; null before.',
  })
  readonly endedOn!: string | null;

  @Field({ description: 'Whether the organisation may read your passport today.' })
  readonly runs!: boolean;
}

export const PassportShareConnection = connectionOf(
  PassportShare,
  'PassportShare',
  'A page of shares, the one that ends last first.',
);

@ObjectType({
  description:
    'A completion that a person shares with an organisation, and what the organisation makes of it.',
})
@Extensions({ class: 'C2' })
export class SharedCompletion extends Completion {
  @Field(() => String, {
    nullable: true,
    description: 'The person’s name; null where it is not yours to see.',
  })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => CalendarDate, {
    description: 'The last day on which you may read it, unless the person ends it before.',
  })
  readonly sharedUntil!: string;

  @Field(() => RelianceDecisionEnum, {
    nullable: true,
    description: 'Your organisation’s decision; null until there is one.',
  })
  readonly reliance!: RelianceDecision | null;

  @Field(() => String, { nullable: true, description: 'Why; null where nobody said, or once erased.' })
  readonly relianceReason!: string | null;
}

export const SharedCompletionConnection = connectionOf(
  SharedCompletion,
  'SharedCompletion',
  'A page of shared completions, the latest first.',
);

@ObjectType({
  description: 'A decision of your organisation to look at again: what it was about was corrected since.',
})
@Extensions({ class: 'C2' })
export class RelianceToReview {
  @Field(() => Uuid, { description: 'Whose record.' })
  readonly personId!: string;

  @Field(() => Uuid, { description: 'The completion that was corrected, by the event that had recorded it.' })
  readonly completionEventId!: string;

  @Field(() => RelianceDecisionEnum, { description: 'The decision.' })
  readonly decision!: RelianceDecision;

  @Field(() => CalendarDate, { description: 'When it was made.' })
  readonly decidedOn!: string;
}

export const RelianceToReviewConnection = connectionOf(
  RelianceToReview,
  'RelianceToReview',
  'A page of decisions to look at again, the oldest first.',
);

@ArgsType()
export class SharedTrainingArgs extends MyTrainingArgs {
  @Field(() => Uuid, { description: 'The organisation with which it is shared.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'Only of this person.' })
  readonly personId?: string | null;
}

@ArgsType()
export class RelianceToReviewArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation that decided.' })
  readonly organisationId!: string;
}
