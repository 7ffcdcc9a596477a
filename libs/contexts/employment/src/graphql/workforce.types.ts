import { ArgsType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  connectionOf,
  PageArgs,
  ReadArgs,
  ShortText,
  Uuid,
  Instant,
} from '@alongside/graphql-kit';
import type { Band, EngagementEndReason, EngagementKind } from '../contracts.js';
import { BandEnum, EngagementEndReasonEnum, EngagementKindEnum } from './employment.enums.js';

@ObjectType({ description: 'A person’s engagement with an organisation: one entry of its workforce.' })
@Extensions({ class: 'C2' })
export class Engagement {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;

  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The person’s name; null once erased.' })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The post it fills; null for engagements without a post.',
  })
  readonly postId!: string | null;

  @Field(() => Uuid, { description: 'Who employs or engages.' })
  readonly employingOrganisationId!: string;

  @Field(() => Uuid, { description: 'Where the work is done.' })
  readonly hostOrganisationId!: string;

  @Field(() => Uuid, { description: 'The locality in which the work is done.' })
  readonly localityId!: string;

  @Field(() => EngagementKindEnum, { description: 'In which way.' })
  readonly kind!: EngagementKind;

  @Field(() => String, { description: 'Role family as the framework names it.' })
  readonly roleFamily!: string;

  @Field(() => String, { description: 'Title in use.' })
  readonly title!: string;

  @Field(() => BandEnum, {
    nullable: true,
    description: 'The band of the post on the day asked for; null where it has none.',
  })
  readonly band!: Band | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week; null where none are agreed.' })
  readonly hoursPerWeek!: number | null;

  @Field(() => Float, { nullable: true, description: 'Whole-time equivalent: hours a week by 37.5.' })
  readonly wte!: number | null;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly beginsOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null while none is known.' })
  readonly endsOn!: string | null;

  @Field(() => EngagementEndReasonEnum, {
    nullable: true,
    description: 'Why it ended; null while it goes on, or where the person never started.',
  })
  readonly endReason!: EngagementEndReason | null;

  @Field(() => Uuid, {
    description: 'The fact that says when it began: what a correction of the start names.',
  })
  readonly begunEventId!: string;
}

export const EngagementConnection = connectionOf(Engagement, 'Engagement', 'A page of a workforce, by name.');

@ArgsType()
export class WorkforceArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation that employs or hosts.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which they are engaged; today if left out.',
  })
  readonly on?: string | null;

  @Field(() => EngagementKindEnum, { nullable: true, description: 'Only this kind.' })
  readonly kind?: EngagementKind | null;

  @Field(() => ShortText, { nullable: true, description: 'Only this role family.' })
  readonly roleFamily?: string | null;

  @Field(() => BandEnum, { nullable: true, description: 'Only posts of this band on that day.' })
  readonly band?: Band | null;

  @Field(() => ShortText, { nullable: true, description: 'Only names that have this text in them.' })
  readonly name?: string | null;
}

@ArgsType()
export class EngagementArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'As it was true on this day; today if left out.',
  })
  readonly asAt?: string | null;

  @Field(() => Instant, { nullable: true, description: 'As it was known at this moment; now if left out.' })
  readonly asKnownAt?: string | null;
}

@ObjectType({ description: 'An engagement as it was true on a day and known at a moment.' })
@Extensions({ class: 'C2' })
export class EngagementAsAt {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;

  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => CalendarDate, { description: 'The first day, as then known.' })
  readonly beginsOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day, as then known; null where none was.',
  })
  readonly endsOn!: string | null;

  @Field(() => EngagementKindEnum, { description: 'In which way.' })
  readonly kind!: EngagementKind;

  @Field(() => String, { description: 'Title in use.' })
  readonly title!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week on the day; null where none were agreed.',
  })
  readonly hoursPerWeek!: number | null;

  @Field(() => BandEnum, { nullable: true, description: 'The band of the post on the day, as then known.' })
  readonly band!: Band | null;

  @Field({ description: 'Whether the person was engaged on the day.' })
  readonly inForce!: boolean;

  @Field(() => [Uuid], { description: 'The facts that this answer rests on, by event id.' })
  readonly decidedBy!: readonly string[];
}

@ObjectType({
  description:
    'How many people. Counts that leave an organisation are rounded to 5, and 1 to 4 are not said.',
})
@Extensions({ class: 'C0' })
export class SummaryCount {
  @Field(() => String, {
    description:
      'What is counted: an organisation’s id, a sector, a band, or `none` for posts without a band.',
  })
  readonly key!: string;

  @Field(() => String, { description: 'The same in words.' })
  readonly label!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'People engaged; null where the count is not said because it is 1 to 4.',
  })
  readonly people!: number | null;

  @Field({ description: 'Whether the count is exact: only of organisations whose workforce you may read.' })
  readonly exact!: boolean;
}

@ObjectType({ description: 'The peer support workforce of a locality in figures.' })
@Extensions({ class: 'C0' })
export class LocalitySummary {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => CalendarDate, {
    description:
      'The month-end that is counted: the last one not after the day asked for. Figures for other days would give people away.',
  })
  readonly countedOn!: string;

  @Field(() => SummaryCount, { description: 'Everybody, each person once.' })
  readonly total!: SummaryCount;

  @Field(() => [SummaryCount], {
    description: 'By employing organisation. Somebody engaged by two counts in both.',
  })
  readonly byOrganisation!: readonly SummaryCount[];

  @Field(() => [SummaryCount], { description: 'By sector of the employing organisation.' })
  readonly bySector!: readonly SummaryCount[];

  @Field(() => [SummaryCount], {
    description: 'By band of the post; equivalents declared by the voluntary sector count as their band.',
  })
  readonly byBand!: readonly SummaryCount[];
}

@ArgsType()
export class LocalitySummaryArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day to count for; today if left out. The last month-end not after it is counted.',
  })
  readonly asAt?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'What was known by the end of this day; everything if left out. The last month-end not after it counts.',
  })
  readonly asKnownOn?: string | null;
}
