import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, LongText, Uuid } from '@alongside/graphql-kit';
import type { DisclosureArea, DisclosureRole } from '../contracts.js';
import { DisclosureAreaEnum, DisclosureRoleEnum } from './people.enums.js';

@InputType({ description: 'What you disclose, to whom, for what, and until when.' })
export class GrantDisclosureInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that it is shared with.' })
  readonly sharedWithOrganisationId!: string;

  @Field(() => DisclosureRoleEnum, {
    nullable: true,
    description: 'To whom there; to all three roles, if left out.',
  })
  readonly sharedWithRole?: DisclosureRole | null;

  @Field(() => DisclosureAreaEnum, { description: 'For what it may be used.' })
  readonly area!: DisclosureArea;

  @Field(() => LongText, { description: 'What you want them to know, in your words. Sealed.' })
  readonly text!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it is shared; until you withdraw it, if left out.',
  })
  readonly until?: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which it is shared.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A disclosure to withdraw. You need not say why.' })
export class WithdrawDisclosureInput extends CommandInput {
  @Field(() => Uuid, { description: 'The disclosure.' })
  readonly grantId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it is no longer shared.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A recorded fact about you that you say is wrong.' })
export class ContestFactInput extends CommandInput {
  @Field(() => Uuid, { description: 'The fact, by event id, as a history or your pathway names it.' })
  readonly eventId!: string;

  @Field(() => LongText, {
    description: 'What is wrong with it. Sealed: you and the organisation that must answer see it.',
  })
  readonly statement!: string;

  @Field(() => CalendarDate, { description: 'The day on which you say so.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'An adjustment that you need.' })
export class RecordAdjustmentInput extends CommandInput {
  @Field(() => LongText, { description: 'What is to be done; never why. Sealed.' })
  readonly whatToDo!: string;

  @Field(() => CalendarDate, { description: 'The first day on which you need it.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnAdjustmentInput extends CommandInput {
  @Field(() => Uuid, { description: 'The adjustment.' })
  readonly adjustmentId!: string;
}

@InputType({ description: 'An adjustment to share with an organisation.' })
export class ShareAdjustmentInput extends OnAdjustmentInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it is shared; until you end it, if left out.',
  })
  readonly until?: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which it is shared.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'An adjustment that an organisation shall see no longer.' })
export class UnshareAdjustmentInput extends OnAdjustmentInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it is no longer shared.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'An adjustment that you need no longer.' })
export class EndAdjustmentInput extends OnAdjustmentInput {
  @Field(() => CalendarDate, { description: 'The first day without it. From then it is shared with nobody.' })
  readonly effectiveOn!: string;
}
