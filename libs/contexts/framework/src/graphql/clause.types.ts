import { ArgsType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, JsonValue, PageArgs, Uuid } from '@alongside/graphql-kit';
import type { ClauseKind, DeviationDirection } from '../contracts.js';
import type { Comparison } from '../domain/index.js';
import { ClauseKindEnum, ComparisonEnum, DirectionEnum } from './framework.enums.js';

/** What integrators read about the shapes of rules. The check of a rule is in the domain, and names each fault. */
export const RULE_SHAPES = [
  'By `kind`, with these fields and no others (`|` between words to choose from):',
  '`principle`: alignments [{set: imroc|hee2020|enrich|together, item}].',
  '`roleProfile`: roleFamily, engagementKinds [], bands {from, to} or null, criteria [].',
  '`trainingRequirement`: roleFamily, subject {of: course, courseKind} or {of: competence, competence}, evidence attended|assessed, due {by: offer|start} or {by: months, months}, refresherMonths or null.',
  '`supervisionStandard`: supervision line|practice|peer|peerGroup, roleFamily, monthsInPost {from, before or null}, everyDays, peerShare from 0 to 1.',
  '`boundary`: task, stance never|notByDefault|withConditions|usual|notAgreed, conditions [{kind: trainingInDate, courseKind, evidence}, {kind: monthsInPost, months}, {kind: secondPersonPresent}, {kind: setting, settings []}, {kind: supervisionCurrent, supervision}, {kind: workerOptedIn}, {kind: teamTrained, courseKind}].',
  '`recruitmentStandard`: panelShare from 0 to 1, checks [{engagementKind, checks []}].',
  '`bandingRule`: roleFamily, bandFrom, bandTo, evaluationNeeded.',
  '`readinessItem`: for organisation|team, reviewMonths or null.',
  'Months are whole. A word that is not known is refused with those that are.',
].join(' ');

@ObjectType({
  description:
    'A clause of one version of a framework: words for people, and a rule that a program can evaluate.',
})
@Extensions({ class: 'C0' })
export class Clause {
  @Field(() => Uuid, { description: 'The clause. It keeps its id from version to version.' })
  readonly clauseId!: string;

  @Field(() => Uuid, { description: 'The version in which it reads so.' })
  readonly versionId!: string;

  @Field(() => ClauseKindEnum, { description: 'What it is about.' })
  readonly kind!: ClauseKind;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => String, { description: 'Its wording.' })
  readonly wording!: string;

  @Field(() => JsonValue, { description: `What a program evaluates. ${RULE_SHAPES}` })
  readonly rule!: unknown;

  @Field(() => Int, {
    description:
      'Give it as `expectedRevision` to change the clause: 0 as proposed, one more for each change.',
  })
  readonly revision!: number;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The version that it was carried over from; null for one that is new in this version.',
  })
  readonly carriedFrom!: string | null;

  @Field({ description: 'Whether it was changed since it was carried over or proposed.' })
  readonly amended!: boolean;

  @Field(() => CalendarDate, { description: 'The day of its last change in this version.' })
  readonly changedOn!: string;
}

export const ClauseConnection = connectionOf(Clause, 'Clause', 'A page of clauses, by kind and title.');

@ObjectType({
  description: 'The deviation by which an organisation follows another rule than the framework’s.',
})
@Extensions({ class: 'C0' })
export class AppliedDeviation {
  @Field(() => Uuid, { description: 'The deviation.' })
  readonly deviationId!: string;

  @Field(() => DirectionEnum, { description: 'In which direction.' })
  readonly direction!: DeviationDirection;

  @Field(() => String, { description: 'Why, as published.' })
  readonly reason!: string;

  @Field(() => CalendarDate, { description: 'The last day on which it holds.' })
  readonly expiresOn!: string;

  @Field(() => JsonValue, {
    description: 'The framework’s own rule, in the shape of the rule that it stands beside.',
  })
  readonly frameworkRule!: unknown;
}

@ObjectType({ description: 'A clause that an organisation holds itself to on a day.' })
@Extensions({ class: 'C0' })
export class ApplicableClause {
  @Field(() => Uuid, { description: 'The clause.' })
  readonly clauseId!: string;

  @Field(() => Uuid, { description: 'The version that the organisation has adopted.' })
  readonly versionId!: string;

  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;

  @Field(() => ClauseKindEnum, { description: 'What it is about.' })
  readonly kind!: ClauseKind;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => String, { description: 'Its wording in the framework.' })
  readonly wording!: string;

  @Field(() => JsonValue, {
    description:
      'The rule that applies: the deviation’s where one holds, else the framework’s. `Clause.rule` says the shapes.',
  })
  readonly rule!: unknown;

  @Field(() => AppliedDeviation, {
    nullable: true,
    description: 'The deviation that holds on the day; null where the organisation follows the framework.',
  })
  readonly deviation!: AppliedDeviation | null;
}

export const ApplicableClauseConnection = connectionOf(
  ApplicableClause,
  'ApplicableClause',
  'A page of the clauses that apply, by kind and title.',
);

@ArgsType()
export class ApplicableClausesArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The day; today if left out.' })
  readonly on?: string | null;

  @Field(() => Instant, { nullable: true, description: 'As it was known at this moment; now if left out.' })
  readonly asKnownAt?: string | null;
}

@ObjectType({ description: 'One line of a comparison of two versions.' })
@Extensions({ class: 'C0' })
export class ComparedClauses {
  @Field(() => ComparisonEnum, { description: 'How the right clause stands to the left one.' })
  readonly comparison!: Comparison;

  @Field(() => Clause, { nullable: true, description: 'Null where the left version has no such clause.' })
  readonly left!: Clause | null;

  @Field(() => Clause, { nullable: true, description: 'Null where the right version has no such clause.' })
  readonly right!: Clause | null;
}

export const ComparedClausesConnection = connectionOf(
  ComparedClauses,
  'ComparedClauses',
  'A page of a comparison: the left version’s clauses in their order, then those that only the right one has.',
);

@ArgsType()
export class CompareVersionsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The version that the other is compared with.' })
  readonly left!: string;

  @Field(() => Uuid, { description: 'The other version, of the same framework or of another.' })
  readonly right!: string;
}
