import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, LongText, Uuid } from '@alongside/graphql-kit';
import type { LineStance, ReviewOutcome, Signatory } from '../contracts.js';
import { ReviewOutcomeEnum, SignatoryEnum, StanceEnum, TaskEnum } from './boundary.enums.js';
import { BoundaryConditionInput } from './condition.types.js';

@InputType({ isAbstract: true })
export abstract class OnBoundaryInput extends CommandInput {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'From which day; today if left out.' })
  readonly effectiveOn?: string | null;
}

@InputType({ isAbstract: true })
abstract class OnTaskInput extends OnBoundaryInput {
  @Field(() => TaskEnum, { description: 'The task.' })
  readonly task!: string;
}

@InputType({ description: 'What to agree about one task.' })
export class BoundaryLineInput {
  @Field(() => TaskEnum, { description: 'The task.' })
  readonly task!: string;

  @Field(() => StanceEnum, { description: 'What is agreed about it.' })
  readonly stance!: LineStance;

  @Field(() => [BoundaryConditionInput], {
    nullable: true,
    description: 'One at least for `withConditions`; for `notByDefault` what an exception asks for.',
  })
  readonly conditions?: readonly BoundaryConditionInput[] | null;
}

@InputType({ description: 'Lines to put to worker and manager.' })
export class ProposeBoundaryInput extends OnBoundaryInput {
  @Field(() => [BoundaryLineInput], {
    nullable: true,
    description:
      'Lines in place of what the framework says of their tasks, or on tasks it is silent about. Every other line is the framework’s. Leave out to propose the framework as it stands.',
  })
  readonly lines?: readonly BoundaryLineInput[] | null;
}

@InputType({ description: 'A signature under a proposal.' })
export class SignBoundaryInput extends OnBoundaryInput {
  @Field(() => Uuid, { description: 'The proposal that waits for signatures.' })
  readonly proposalId!: string;

  @Field(() => SignatoryEnum, { description: 'As whom.' })
  readonly by!: Signatory;
}

@InputType({ description: 'A question about a task.' })
export class QueryTaskInput extends OnTaskInput {
  @Field(() => LongText, { description: 'What holds for it? Sealed.' })
  readonly question!: string;
}

@InputType({ description: 'An answer to a question about a task.' })
export class AnswerQueryInput extends OnBoundaryInput {
  @Field(() => Uuid, { description: 'The question.' })
  readonly queryId!: string;

  @Field(() => LongText, { description: 'The answer. Sealed.' })
  readonly answer!: string;
}

@InputType({ description: 'That the worker declined a task.' })
export class DeclineTaskInput extends OnTaskInput {
  @Field(() => LongText, { nullable: true, description: 'Why, if the worker wants to say. Sealed.' })
  readonly reason?: string | null;
}

@InputType({ description: 'A task that the worker opts in to.' })
export class OptInInput extends OnTaskInput {}

@InputType({ description: 'A task that the worker opts out of. It needs no reason.' })
export class OptOutInput extends OnTaskInput {}

@InputType({ description: 'An exception from what is not done by default, or that nobody has agreed on.' })
export class AgreeExceptionInput extends OnTaskInput {
  @Field(() => CalendarDate, { description: 'The last day.' })
  readonly until!: string;

  @Field(() => [BoundaryConditionInput], {
    nullable: true,
    description: 'What must hold beside the conditions of the line. All must be met.',
  })
  readonly conditions?: readonly BoundaryConditionInput[] | null;
}

@InputType({ description: 'An exception that no longer holds.' })
export class WithdrawExceptionInput extends OnBoundaryInput {
  @Field(() => Uuid, { description: 'The exception.' })
  readonly exceptionId!: string;
}

@InputType({ description: 'That worker and manager went through the lines together.' })
export class HoldReviewInput extends OnBoundaryInput {
  @Field(() => ReviewOutcomeEnum, { description: 'What it came to.' })
  readonly outcome!: ReviewOutcome;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of the next review; leave out where none is planned.',
  })
  readonly nextReviewOn?: string | null;
}
