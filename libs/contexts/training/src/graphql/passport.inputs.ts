import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, LongText, Uuid } from '@alongside/graphql-kit';
import type { RelianceDecision } from '../contracts.js';
import type { ContestOutcome } from '../domain/index.js';
import { ByOrganisationInput } from './learning.inputs.js';
import { CompletionContestOutcomeEnum, RelianceDecisionEnum } from './training.enums.js';

@InputType({ description: 'Your own passport, to be read by another organisation for a time.' })
export class SharePassportInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that may read it from today.' })
  readonly withOrganisationId!: string;

  @Field(() => CalendarDate, { description: 'The last day on which it may.' })
  readonly until!: string;
}

@InputType({ description: 'A share of your own passport, to be ended today.' })
export class EndPassportShareInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that may read it until now.' })
  readonly withOrganisationId!: string;
}

@InputType({ description: 'Whether an organisation relies on a completion that another has recorded.' })
export class RecordRelianceInput extends ByOrganisationInput {
  @Field(() => Uuid, { description: 'The completion, by the event that recorded it.' })
  readonly completionEventId!: string;

  @Field(() => RelianceDecisionEnum, { description: 'The decision.' })
  readonly decision!: RelianceDecision;

  @Field(() => LongText, {
    nullable: true,
    description: 'Why. Sealed: the person and those who may read your record see it.',
  })
  readonly reason?: string | null;

  @Field(() => CalendarDate, { description: 'The day of the decision; not one still to come.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A completion in your own record that you say is wrong.' })
export class ContestCompletionInput extends CommandInput {
  @Field(() => Uuid, { description: 'The completion, by the event that recorded it.' })
  readonly completionEventId!: string;

  @Field(() => LongText, {
    nullable: true,
    description: 'What is wrong, in your words. Sealed: you and the organisation that has to answer see it.',
  })
  readonly statement?: string | null;
}

@InputType({ description: 'An answer to a contest of a completion that your organisation recorded.' })
export class AnswerCompletionContestInput extends ByOrganisationInput {
  @Field(() => Uuid, { description: 'The contested completion, by the event that recorded it.' })
  readonly completionEventId!: string;

  @Field(() => CompletionContestOutcomeEnum, { description: 'Whether the person is right.' })
  readonly outcome!: ContestOutcome;

  @Field(() => LongText, {
    nullable: true,
    description: 'The answer in words. Sealed: the person and those who may read the record see it.',
  })
  readonly answer?: string | null;

  @Field(() => CalendarDate, { description: 'The day of the answer; not one still to come.' })
  readonly effectiveOn!: string;
}
