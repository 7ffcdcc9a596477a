import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import type { WhenAsked } from '@alongside/access-log';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { MissedReason, SupervisionEndReason, SupervisionKind } from '../contracts.js';
import {
  MissedReasonEnum,
  SessionOutcomeEnum,
  SupervisionEndReasonEnum,
  SupervisionKindEnum,
} from './supervision.enums.js';

@ObjectType({ description: 'One kind of supervision of one engagement, as it stands on a day.' })
@Extensions({ class: 'C2' })
export class Supervision {
  @Field(() => Uuid, { description: 'The supervision.' })
  readonly supervisionId!: string;

  @Field(() => Uuid, { description: 'The engagement of the person who is supervised.' })
  readonly engagementId!: string;

  @Field(() => Uuid, { description: 'The person who is supervised.' })
  readonly personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null once erased, or where you may not see it.',
  })
  @Extensions({ class: 'C1' })
  readonly displayName!: string | null;

  @Field(() => SupervisionKindEnum, { description: 'Which supervision.' })
  readonly kind!: SupervisionKind;

  @Field(() => Uuid, { description: 'The person who supervises: the latest where it was handed over.' })
  readonly supervisorId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null once erased, or where you may not see it.',
  })
  @Extensions({ class: 'C1' })
  readonly supervisorName!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the supervisor brings lived experience. Null where it was not said, and for everybody but the supervisor.',
  })
  @Extensions({ class: 'C3' })
  readonly supervisorHasLivedExperience!: WhenAsked<boolean> | null;

  @Field(() => Int, { description: 'At most so many days from one session to the next, as agreed last.' })
  readonly everyDays!: number;

  @Field(() => CalendarDate, { description: 'The first day, or the first since it was taken up anew.' })
  readonly arrangedOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which nobody supervises; null while it lasts.',
  })
  readonly endedOn!: string | null;

  @Field(() => SupervisionEndReasonEnum, {
    nullable: true,
    description: 'Why it ended; null while it lasts.',
  })
  readonly endReason!: SupervisionEndReason | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of the last session held by the day asked for; null where there was none.',
  })
  readonly lastHeldOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The last day by which the next session is due: the cadence after the last one held, or after the beginning. Null where supervision is not arranged on the day asked for.',
  })
  readonly dueOn!: string | null;

  @Field({ description: 'Whether the next session was due before the day asked for.' })
  readonly overdue!: boolean;
}

export const SupervisionConnection = connectionOf(
  Supervision,
  'Supervision',
  'A page of supervision, by the day on which the next session is due.',
);

@ObjectType({ description: 'What is recorded of a session: that it happened, never what was said.' })
@Extensions({ class: 'C2' })
export class SupervisionSession {
  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;

  @Field(() => CalendarDate, { description: 'The day.' })
  readonly on!: string;

  @Field(() => SessionOutcomeEnum, { description: 'What became of it.' })
  readonly outcome!: 'held' | 'missed' | 'cutShort';

  @Field(() => Uuid, { description: 'Who held it, or should have.' })
  readonly supervisorId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null once erased, or where you may not see it.',
  })
  @Extensions({ class: 'C1' })
  readonly supervisorName!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether whoever held it brings lived experience. Null where it was not said, and for everybody but themselves.',
  })
  @Extensions({ class: 'C3' })
  readonly byPeer!: WhenAsked<boolean> | null;

  @Field(() => Int, { nullable: true, description: 'Minutes; null where it did not take place.' })
  readonly lengthMinutes!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many actions were agreed; null unless it was held.' })
  readonly agreedActions!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of the actions agreed earlier were done; null unless it was held.',
  })
  readonly earlierActionsDone!: number | null;

  @Field(() => MissedReasonEnum, {
    nullable: true,
    description: 'Why it did not take place or was broken off; null where it was held.',
  })
  readonly reason!: MissedReason | null;
}

export const SupervisionSessionConnection = connectionOf(
  SupervisionSession,
  'SupervisionSession',
  'A page of sessions, latest first.',
);

const onDay = {
  nullable: true,
  description:
    'The day that due and overdue are computed for; today if left out. The cadence is the one agreed last.',
} as const;

@ArgsType()
export class SupervisionArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The engagement of the person who is supervised.' })
  readonly engagementId!: string;

  @Field(() => CalendarDate, onDay)
  readonly on?: string | null;
}

@ArgsType()
export class SupervisionsOfArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The employing organisation.' })
  readonly organisationId!: string;

  @Field({ nullable: true, description: 'Only those whose next session was due before the day.' })
  readonly overdueOnly?: boolean;

  @Field(() => SupervisionKindEnum, { nullable: true, description: 'Only this kind.' })
  readonly kind?: SupervisionKind | null;

  @Field(() => CalendarDate, onDay)
  readonly on?: string | null;
}

@ArgsType()
export class SessionsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The supervision.' })
  readonly supervisionId!: string;
}
