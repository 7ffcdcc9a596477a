import { Extensions, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ShortText } from '@alongside/graphql-kit';
import { ConditionKindEnum, EvidenceEnum, SupervisionKindEnum } from './boundary.enums.js';
import type { LineCondition } from '../contracts.js';

type SupervisionKind = Extract<LineCondition, { readonly kind: 'supervisionCurrent' }>['supervision'];

const about = {
  courseKind: 'Kind of course as the training record names it: `trainingInDate` and `teamTrained` need it.',
  evidence: 'Whether the training must have been assessed: `trainingInDate` needs it.',
  months: 'Completed months: `monthsInPost` needs it.',
  settings: 'Settings as the framework names them, such as `communityTeam`: `setting` needs one at least.',
  supervision: 'Which supervision: `supervisionCurrent` needs it.',
} as const;

@InputType({ description: 'A condition that must be met for a task to be performed.' })
export class BoundaryConditionInput {
  @Field(() => ConditionKindEnum, { description: 'What kind of condition.' })
  readonly kind!: LineCondition['kind'];

  @Field(() => ShortText, { nullable: true, description: about.courseKind })
  readonly courseKind?: string | null;

  @Field(() => EvidenceEnum, { nullable: true, description: about.evidence })
  readonly evidence?: 'attended' | 'assessed' | null;

  @Field(() => Int, { nullable: true, description: about.months })
  readonly months?: number | null;

  @Field(() => [ShortText], { nullable: true, description: about.settings })
  readonly settings?: readonly string[] | null;

  @Field(() => SupervisionKindEnum, { nullable: true, description: about.supervision })
  readonly supervision?: SupervisionKind | null;
}

@ObjectType({ description: 'A condition that must be met for a task to be performed.' })
@Extensions({ class: 'C2' })
export class BoundaryCondition {
  @Field(() => ConditionKindEnum, { description: 'What kind of condition.' })
  readonly kind!: LineCondition['kind'];

  @Field({ description: 'The condition as it is said to people.' })
  readonly inWords!: string;

  @Field(() => String, { nullable: true, description: `${about.courseKind} Null for all others.` })
  readonly courseKind!: string | null;

  @Field(() => EvidenceEnum, { nullable: true, description: `${about.evidence} Null for all others.` })
  readonly evidence!: 'attended' | 'assessed' | null;

  @Field(() => Int, { nullable: true, description: `${about.months} Null for all others.` })
  readonly months!: number | null;

  @Field(() => [String], { nullable: true, description: `${about.settings} Null for all others.` })
  readonly settings!: readonly string[] | null;

  @Field(() => SupervisionKindEnum, {
    nullable: true,
    description: `${about.supervision} Null for all others.`,
  })
  readonly supervision!: SupervisionKind | null;
}
