import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, PageArgs, Uuid } from '@alongside/graphql-kit';

@ObjectType({ description: 'What was said to show that a readiness item is in place. Not public.' })
@Extensions({ class: 'C2' })
export class ReadinessEvidence {
  @Field(() => Uuid, { description: 'The fact that the item is met: what `readiness` names too.' })
  readonly eventId!: string;

  @Field(() => Uuid, { description: 'The readiness item: a clause of the framework.' })
  readonly clauseId!: string;

  @Field(() => String, { nullable: true, description: 'The note; null where it was erased.' })
  readonly evidenceNote!: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which the item is met.' })
  readonly effectiveOn!: string;

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When it was corrected; null where it stands.' })
  readonly correctedAt!: string | null;
}

export const ReadinessEvidenceConnection = connectionOf(
  ReadinessEvidence,
  'ReadinessEvidence',
  'A page of evidence, what was recorded last first.',
);

@ArgsType()
export class ReadinessEvidenceArgs extends PageArgs {
  @Field(() => Uuid, { description: 'An organisation that you lead.' })
  readonly organisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'One of its teams, for what that has in place; leave out for the organisation itself.',
  })
  readonly teamId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Only of this readiness item.' })
  readonly clauseId?: string | null;
}
