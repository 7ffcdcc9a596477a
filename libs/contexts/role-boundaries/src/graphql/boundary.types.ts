import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { LineDirection, LineStance } from '../contracts.js';
import { DirectionEnum, StanceEnum, TaskEnum } from './boundary.enums.js';
import { BoundaryCondition } from './condition.types.js';

@ObjectType({
  description: 'What is agreed, or proposed, about one task, beside what the framework says of it.',
})
@Extensions({ class: 'C2' })
export class BoundaryLine {
  @Field(() => TaskEnum, { description: 'The task.' })
  readonly task!: string;

  @Field(() => StanceEnum, { description: 'What is agreed about it.' })
  readonly stance!: LineStance;

  @Field(() => [BoundaryCondition], {
    description: 'What must hold; for `notByDefault` what an exception asks for too. All must be met.',
  })
  readonly conditions!: readonly BoundaryCondition[];

  @Field(() => DirectionEnum, { description: 'How it stands to the framework.' })
  readonly direction!: LineDirection;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The clause on the task; null where the framework is silent.',
  })
  readonly clauseId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The declared deviation that lets the line be looser; null where none is needed.',
  })
  readonly deviationId!: string | null;
}

@ObjectType({
  description: 'Lines that wait for signatures. What was agreed before stays in force until then.',
})
@Extensions({ class: 'C2' })
export class BoundaryProposal {
  @Field(() => Uuid, { description: 'The proposal: what a signature names.' })
  readonly proposalId!: string;

  @Field(() => CalendarDate, { description: 'The day on which it was made.' })
  readonly proposedOn!: string;

  @Field(() => Uuid, { description: 'Who made it.' })
  readonly proposedBy!: string;

  @Field(() => [BoundaryLine], { description: 'The lines, one for each task.' })
  readonly lines!: readonly BoundaryLine[];

  @Field(() => CalendarDate, { nullable: true, description: 'When the worker signed; null where not yet.' })
  readonly workerSignedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When somebody signed for the organisation; null where not yet.',
  })
  readonly managerSignedOn!: string | null;
}

@ObjectType({ description: 'What one worker does and does not do in an engagement, agreed line by line.' })
@Extensions({ class: 'C2' })
export class Boundary {
  @Field(() => Uuid, { description: 'The boundary.' })
  readonly boundaryId!: string;

  @Field(() => Uuid, { description: 'The engagement. Each has one boundary.' })
  readonly engagementId!: string;

  @Field(() => Uuid, { description: 'The worker.' })
  readonly personId!: string;

  @Field(() => Uuid, { description: 'The employing organisation.' })
  readonly organisationId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The proposal that both signed last; null while nothing is agreed.',
  })
  readonly agreementId!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'From when it is in force; null while nothing is agreed.',
  })
  readonly agreedOn!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The framework’s version that it started from; null while nothing is agreed.',
  })
  readonly frameworkVersionId!: string | null;

  @Field(() => BoundaryProposal, {
    nullable: true,
    description: 'What waits for signatures; null where nothing does.',
  })
  readonly proposal!: BoundaryProposal | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last review; null where there was none.' })
  readonly reviewedOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The next review; null where none is planned.' })
  readonly nextReviewOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which nothing is agreed any more; null while the engagement lasts.',
  })
  readonly endedOn!: string | null;
}

export const BoundaryConnection = connectionOf(Boundary, 'Boundary', 'A page of boundaries.');

@ObjectType({ description: 'A question about a task, and its answer.' })
@Extensions({ class: 'C2' })
export class BoundaryQuery {
  @Field(() => Uuid, { description: 'The question: what an answer names.' })
  readonly queryId!: string;

  @Field(() => TaskEnum, { description: 'The task.' })
  readonly task!: string;

  @Field(() => Uuid, { description: 'Who asked.' })
  readonly askedBy!: string;

  @Field(() => String, { nullable: true, description: 'Their name; null once erased, or not yours to see.' })
  @Extensions({ class: 'C1' })
  readonly askedByName!: string | null;

  @Field(() => CalendarDate, { description: 'When.' })
  readonly askedOn!: string;

  @Field(() => String, { nullable: true, description: 'The question; null once erased.' })
  readonly question!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'Who answered; null while nobody has.' })
  readonly answeredBy!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When; null while nobody has.' })
  readonly answeredOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The answer; null while there is none, or once erased.',
  })
  readonly answer!: string | null;
}

export const BoundaryQueryConnection = connectionOf(
  BoundaryQuery,
  'BoundaryQuery',
  'A page of questions about tasks, latest first.',
);

@ArgsType()
export class BoundaryArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;
}

/** A list within an answer: the query that it belongs to says `atLeast`. */
@ArgsType()
export class WithinBoundaryArgs {
  @Field(() => Int, { description: 'How many at the most: 1 to 100.' })
  readonly first!: number;

  @Field(() => String, {
    nullable: true,
    description: '`endCursor` of the page before. Means nothing by itself.',
  })
  readonly after?: string | null;
}
