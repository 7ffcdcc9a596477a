import { ArgsType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Instant, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { LapseReason } from '../contracts.js';
import type { VersionStatus } from '../projections/version/version.projection.js';
import { LapseReasonEnum, VersionStatusEnum } from './framework.enums.js';

@ObjectType({ description: 'The result of a closed vote. Nobody can be shown who voted how.' })
@Extensions({ class: 'C0' })
export class VoteResult {
  @Field(() => Int, { description: 'Votes for.' })
  readonly for!: number;

  @Field(() => Int, { description: 'Votes against.' })
  readonly against!: number;

  @Field(() => Int, { description: 'Abstentions.' })
  readonly abstain!: number;

  @Field(() => Int, { description: 'Votes for and against: those that decide.' })
  readonly deciding!: number;

  @Field(() => Int, { description: 'How many of the deciding votes were by people with lived experience.' })
  readonly livedExperienceDeciding!: number;

  @Field({ description: 'Whether the share of those reached the version’s lived-experience quorum.' })
  readonly quorumReached!: boolean;

  @Field({ description: 'Whether more voted for than against, and as large a share as the rule asks for.' })
  readonly majorityReached!: boolean;
}

@ObjectType({ description: 'A version of a framework, from its draft to whatever became of it.' })
@Extensions({ class: 'C0' })
export class FrameworkVersion {
  @Field(() => Uuid, { description: 'The version.' })
  readonly versionId!: string;

  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;

  @Field(() => Int, { description: 'Its number in the framework, from 1.' })
  readonly number!: number;

  @Field(() => Uuid, { nullable: true, description: 'The version that it replaces; null for the first.' })
  readonly replaces!: string | null;

  @Field(() => VersionStatusEnum, { description: 'How far it has got, as decided.' })
  readonly status!: VersionStatus;

  @Field({ description: 'Whether it is in force today.' })
  readonly inForce!: boolean;

  @Field(() => Float, {
    description:
      'Lived-experience quorum for the vote on this version: the least share, 0 to 1, of the deciding votes by people with lived experience.',
  })
  readonly quorumShare!: number;

  @Field(() => Float, {
    description: 'Majority for the vote on this version: the least share, 0.5 to 1, of the deciding votes.',
  })
  readonly majorityShare!: number;

  @Field(() => Float, { description: 'The quorum for the vote on its successor, 0 to 1.' })
  readonly successorQuorumShare!: number;

  @Field(() => Float, { description: 'The majority for the vote on its successor, 0.5 to 1.' })
  readonly successorMajorityShare!: number;

  @Field(() => CalendarDate, { description: 'The day of its drafting.' })
  readonly draftedOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which consultation opened; null before.',
  })
  readonly consultationOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which voting opened; null before.' })
  readonly votingOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which voting closed; null before.' })
  readonly closedOn!: string | null;

  @Field(() => VoteResult, { nullable: true, description: 'Null until voting has closed.' })
  readonly vote!: VoteResult | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of its ratification; null unless ratified.',
  })
  readonly ratifiedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day in force; null unless ratified.',
  })
  readonly inForceFrom!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it was recorded as not ratified; null unless it was.',
  })
  readonly lapsedOn!: string | null;

  @Field(() => LapseReasonEnum, {
    nullable: true,
    description: 'Why it was not ratified; null unless it was so recorded.',
  })
  readonly lapsedBecause!: LapseReason | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which another is in force in its place; null while none is.',
  })
  readonly supersededOn!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The version that takes its place; null while none does.',
  })
  readonly supersededBy!: string | null;
}

export const FrameworkVersionConnection = connectionOf(
  FrameworkVersion,
  'FrameworkVersion',
  'A page of the versions of a framework, the latest number first.',
);

@ArgsType()
export class FrameworkVersionArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The version.' })
  readonly versionId!: string;
}

@ArgsType()
export class FrameworkVersionsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;
}

@ObjectType({ description: 'Why a member is against a version. Shown with the version for ever.' })
@Extensions({ class: 'C1' })
export class Dissent {
  @Field(() => Uuid, { description: 'The dissent.' })
  readonly dissentId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The clause it is about; null for the version as a whole.',
  })
  readonly clauseId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Who stated it; null where the member chose to give no name.',
  })
  readonly personId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null where it was not given, is not yours to see, or was erased.',
  })
  readonly displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'The statement; null once erased.' })
  readonly statement!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the statement was erased; null if it was not.' })
  readonly erasedAt!: string | null;

  @Field(() => CalendarDate, { description: 'The day on which it was stated.' })
  readonly statedOn!: string;
}

export const DissentConnection = connectionOf(Dissent, 'Dissent', 'A page of dissent, the earliest first.');

@ObjectType({ description: 'What a member said of a version in consultation.' })
@Extensions({ class: 'C1' })
export class VersionComment {
  @Field(() => Uuid, { description: 'The comment.' })
  readonly commentId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The clause it is about; null for the version as a whole.',
  })
  readonly clauseId!: string | null;

  @Field(() => Uuid, { description: 'Who said it.' })
  readonly personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null where it is not yours to see, or was erased.',
  })
  readonly displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'The comment’s text; null once erased.' })
  readonly text!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the text was erased; null if it was not.' })
  readonly erasedAt!: string | null;

  @Field(() => Instant, { description: 'When it was said.' })
  readonly madeAt!: string;
}

export const VersionCommentConnection = connectionOf(
  VersionComment,
  'VersionComment',
  'A page of comments, the earliest first.',
);
