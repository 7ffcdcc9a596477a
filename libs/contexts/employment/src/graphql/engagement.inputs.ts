import { Field, Float, InputType } from '@nestjs/graphql';
import {
  CalendarDate,
  CommandInput,
  CorrectionReasonEnum,
  LongText,
  ShortText,
  Uuid,
} from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { EngagementEndReason, EngagementKind } from '../contracts.js';
import { EngagementEndReasonEnum, EngagementKindEnum } from './employment.enums.js';

@InputType({
  description:
    'An engagement that holds no post, such as a volunteer’s. Posts are filled through applications.',
})
export class BeginEngagementInput extends CommandInput {
  @Field(() => Uuid, { description: 'Who.' })
  readonly personId!: string;

  @Field(() => Uuid, { description: 'The organisation that engages. It answers for the record.' })
  readonly employingOrganisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'Where the work is done, if elsewhere.' })
  readonly hostOrganisationId?: string | null;

  @Field(() => Uuid, { description: 'The locality in which the work is done.' })
  readonly localityId!: string;

  @Field(() => EngagementKindEnum, { description: 'In which way.' })
  readonly kind!: EngagementKind;

  @Field(() => ShortText, { description: 'Title as the person uses it.' })
  readonly title!: string;

  @Field(() => ShortText, { description: 'Role family as the regional framework names it.' })
  readonly roleFamily!: string;

  @Field(() => Float, { nullable: true, description: 'Hours a week; leave out where none are agreed.' })
  readonly hoursPerWeek?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day of a fixed term; leave out where there is none.',
  })
  readonly fixedTermUntil?: string | null;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly startsOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnEngagementInput extends CommandInput {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;
}

@InputType({ description: 'Hours of an engagement from a day.' })
export class AgreeHoursInput extends OnEngagementInput {
  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week; leave out where none are agreed any more.',
  })
  readonly hoursPerWeek?: number | null;

  @Field(() => CalendarDate, { description: 'The first day of these hours.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The end of an engagement. It ends nothing else about the person.' })
export class EndEngagementInput extends OnEngagementInput {
  @Field(() => CalendarDate, { description: 'The last day.' })
  readonly lastDay!: string;

  @Field(() => EngagementEndReasonEnum, { description: 'Why.' })
  readonly reason!: Exclude<EngagementEndReason, 'didNotStart'>;
}

@InputType({ isAbstract: true })
abstract class CorrectionInput extends OnEngagementInput {
  @Field(() => Uuid, { description: 'The event that was wrong, as the history of the engagement names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;

  @Field(() => LongText, {
    nullable: true,
    description: 'In words. Sealed: only those who may read the record see it.',
  })
  readonly note?: string | null;
}

@InputType({ description: 'On which day an engagement began in truth.' })
export class CorrectEngagementStartInput extends CorrectionInput {
  @Field(() => CalendarDate, { description: 'The true first day.' })
  readonly startsOn!: string;
}

@InputType({ description: 'How an engagement ended in truth.' })
export class CorrectEngagementEndInput extends CorrectionInput {
  @Field(() => CalendarDate, { description: 'The true last day.' })
  readonly lastDay!: string;

  @Field(() => EngagementEndReasonEnum, { description: 'The true reason of the end.' })
  readonly endReason!: Exclude<EngagementEndReason, 'didNotStart'>;
}
