import { Field, InputType, Int } from '@nestjs/graphql';
import { CalendarDate, CommandInput, CorrectionReasonEnum, Uuid } from '@alongside/graphql-kit';
import type { CorrectionReason } from '@alongside/kernel';
import type { MissedReason, SupervisionEndReason, SupervisionKind } from '../contracts.js';
import { MissedReasonEnum, SupervisionEndReasonEnum, SupervisionKindEnum } from './supervision.enums.js';

const livedExperience =
  'Whether the supervisor brings lived experience, as they say it themselves; leave out where it was not said. Sealed.';

@InputType({ description: 'Who supervises the person of an engagement, in which kind and how often.' })
export class AssignSupervisorInput extends CommandInput {
  @Field(() => Uuid, { description: 'The engagement of the person who is supervised.' })
  readonly engagementId!: string;

  @Field(() => SupervisionKindEnum, { description: 'Which supervision. Each engagement has one of a kind.' })
  readonly kind!: SupervisionKind;

  @Field(() => Uuid, { description: 'The person who supervises.' })
  readonly supervisorId!: string;

  @Field({ nullable: true, description: livedExperience })
  readonly supervisorHasLivedExperience?: boolean;

  @Field(() => Int, { description: 'At most so many days from one session to the next: 1 to 366.' })
  readonly everyDays!: number;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnSupervisionInput extends CommandInput {
  @Field(() => Uuid, { description: 'The supervision.' })
  readonly supervisionId!: string;
}

@InputType({ description: 'How often sessions are held from a day.' })
export class AgreeCadenceInput extends OnSupervisionInput {
  @Field(() => Int, { description: 'At most so many days from one session to the next: 1 to 366.' })
  readonly everyDays!: number;

  @Field(() => CalendarDate, { description: 'The first day on which it is so.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'Who supervises instead from a day.' })
export class HandOverSupervisionInput extends OnSupervisionInput {
  @Field(() => Uuid, { description: 'The person who supervises from then on.' })
  readonly supervisorId!: string;

  @Field({ nullable: true, description: livedExperience })
  readonly supervisorHasLivedExperience?: boolean;

  @Field(() => CalendarDate, { description: 'The first day on which they do.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'That a session took place. What was said in it is recorded nowhere.' })
export class RecordSessionInput extends OnSupervisionInput {
  @Field(() => CalendarDate, { description: 'The day: today or earlier.' })
  readonly heldOn!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who held it; leave out where it was whoever supervised on that day.',
  })
  readonly supervisorId?: string;

  @Field({
    nullable: true,
    description: 'Whether whoever held it brings lived experience; leave out where it was not said. Sealed.',
  })
  readonly byPeer?: boolean;

  @Field(() => Int, { description: 'Minutes: 1 to 480.' })
  readonly lengthMinutes!: number;

  @Field(() => Int, { description: 'How many actions were agreed: 0 to 100.' })
  readonly agreedActions!: number;

  @Field(() => Int, { description: 'How many of the actions agreed earlier were done: 0 to 100.' })
  readonly earlierActionsDone!: number;
}

@InputType({ description: 'What took place in truth, in place of what is recorded of a session.' })
export class CorrectSessionInput extends RecordSessionInput {
  @Field(() => Uuid, { description: 'The event that was wrong, as the list of sessions names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

@InputType({ description: 'That what is recorded of a session never was.' })
export class TakeBackSessionInput extends OnSupervisionInput {
  @Field(() => Uuid, { description: 'The event that was wrong, as the list of sessions names it.' })
  readonly eventId!: string;

  @Field(() => CorrectionReasonEnum, { description: 'Why it was wrong.' })
  readonly reason!: CorrectionReason;
}

@InputType({ description: 'That a session did not take place.' })
export class RecordMissedSessionInput extends OnSupervisionInput {
  @Field(() => CalendarDate, { description: 'The day for which it was planned: today or earlier.' })
  readonly plannedOn!: string;

  @Field(() => MissedReasonEnum, { description: 'Why not.' })
  readonly reason!: MissedReason;
}

@InputType({ description: 'That a session was broken off.' })
export class RecordCutShortSessionInput extends OnSupervisionInput {
  @Field(() => CalendarDate, { description: 'The day: today or earlier.' })
  readonly heldOn!: string;

  @Field(() => Int, { description: 'Minutes until it was broken off: 1 to 480.' })
  readonly lengthMinutes!: number;

  @Field(() => MissedReasonEnum, { description: 'Why.' })
  readonly reason!: MissedReason;
}

@InputType({ description: 'The end of supervision of a kind.' })
export class EndSupervisionInput extends OnSupervisionInput {
  @Field(() => SupervisionEndReasonEnum, { description: 'Why.' })
  readonly reason!: SupervisionEndReason;

  @Field(() => CalendarDate, { description: 'The first day on which nobody supervises.' })
  readonly effectiveOn!: string;
}
