import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, ReadArgs, ShortText, Uuid } from '@alongside/graphql-kit';
import type { LineStance } from '../contracts.js';
import type { ConditionStatus, Judgement, Verdict } from '../domain/index.js';
import { ConditionStatusEnum, DecidedByEnum, StanceEnum, TaskEnum, VerdictEnum } from './boundary.enums.js';
import { BoundaryCondition } from './condition.types.js';

@ObjectType({ description: 'A condition, and whether it is met.' })
@Extensions({ class: 'C2' })
export class JudgedCondition {
  @Field(() => BoundaryCondition, { description: 'The condition.' })
  readonly condition!: BoundaryCondition;

  @Field(() => ConditionStatusEnum, { description: 'Whether it is met.' })
  readonly status!: ConditionStatus;

  @Field(() => [Uuid], {
    description: 'The facts that decided it; for what is unmet, those that came closest.',
  })
  readonly eventIds!: readonly string[];
}

@ObjectType({ description: 'Whether a worker may perform a task on a day, and by what that is decided.' })
@Extensions({ class: 'C2' })
export class MayPerform {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;

  @Field(() => TaskEnum, { description: 'The task.' })
  readonly task!: string;

  @Field(() => CalendarDate, { description: 'The day.' })
  readonly on!: string;

  @Field(() => VerdictEnum, { description: 'The answer.' })
  readonly verdict!: Verdict;

  @Field({ description: 'The answer in a sentence or two. May change in wording; decide by `verdict`.' })
  readonly sentence!: string;

  @Field(() => StanceEnum, { description: 'What is agreed about the task.' })
  readonly stance!: LineStance;

  @Field(() => DecidedByEnum, { description: 'What decided.' })
  readonly decidedBy!: Judgement['decidedBy'];

  @Field(() => Uuid, { nullable: true, description: 'The clause on the task; null where there is none.' })
  readonly clauseId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The version that the clause is of; null without one.' })
  readonly versionId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The deviation that holds; null where none does.' })
  readonly deviationId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The proposal that both signed; null where no agreement speaks of the task.',
  })
  readonly agreementId!: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The exception that holds; null where none does.' })
  readonly exceptionId!: string | null;

  @Field(() => [JudgedCondition], { description: 'Every condition, each with whether it is met.' })
  readonly conditions!: readonly JudgedCondition[];

  @Field(() => [Uuid], { description: 'The facts that decided it, by event id, each once.' })
  readonly eventIds!: readonly string[];
}

@ArgsType()
export class MayPerformArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The engagement.' })
  readonly engagementId!: string;

  @Field(() => TaskEnum, { description: 'The task.' })
  readonly task!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The day; today if left out.' })
  readonly on?: string | null;

  @Field(() => ShortText, {
    nullable: true,
    description: 'Where, as the framework names settings; leave out where it is not known.',
  })
  readonly setting?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a second person is present; leave out where it is not known.',
  })
  readonly secondPersonPresent?: boolean | null;
}
