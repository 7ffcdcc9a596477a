import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { CalendarDate, CommandInput, JsonValue, LongText, ShortText, Uuid } from '@alongside/graphql-kit';
import { RULE_SHAPES } from './clause.types.js';

@InputType({ description: 'A version to draft.' })
export class DraftVersionInput extends CommandInput {
  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;

  @Field(() => Int, { description: 'Its number, from 1. A number is drafted once.' })
  readonly number!: number;

  @Field(() => CalendarDate, { description: 'The day of its drafting.' })
  readonly effectiveOn!: string;
}

/** A step that leads take with a version. */
@InputType({ isAbstract: true })
export abstract class OnVersionInput extends CommandInput {
  @Field(() => Uuid, { description: 'The version.' })
  readonly versionId!: string;

  @Field(() => CalendarDate, {
    description: 'The day of this step; not before that of the version’s last one.',
  })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class WordingInput extends OnVersionInput {
  @Field(() => ShortText, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => LongText, { description: 'Its wording, for people.' })
  readonly wording!: string;

  @Field(() => JsonValue, {
    description: `What a program evaluates. ${RULE_SHAPES} A rule that cannot be evaluated is refused as ClauseNotEvaluable, with each fault and its path in \`details.faults\`.`,
  })
  readonly rule!: unknown;
}

@InputType({ description: 'A clause to stand in a version.' })
export class ProposeClauseInput extends WordingInput {
  @Field(() => Uuid, {
    nullable: true,
    description:
      'Give it to bring back a clause that was withdrawn or left out of an earlier version; leave out for a new one.',
  })
  readonly clauseId?: string | null;
}

@InputType({ description: 'A clause as it shall read: title, wording and rule as a whole.' })
export class AmendClauseInput extends WordingInput {
  @Field(() => Uuid, { description: 'The clause.' })
  readonly clauseId!: string;

  @Field(() => Int, {
    description: 'The clause’s `revision` that you have read: nobody’s change is overwritten unseen.',
  })
  readonly expectedRevision!: number;
}

@InputType({ description: 'A clause that shall not stand in a version.' })
export class WithdrawClauseInput extends OnVersionInput {
  @Field(() => Uuid, { description: 'The clause.' })
  readonly clauseId!: string;

  @Field(() => Int, { description: 'The clause’s `revision` that you have read.' })
  readonly expectedRevision!: number;
}

@InputType({ description: 'By which rule the vote on the version after this one is counted.' })
export class ProposeVotingRuleInput extends OnVersionInput {
  @Field(() => Float, {
    description:
      'Lived-experience quorum: the least share, 0 to 1, of the deciding votes by people with lived experience.',
  })
  readonly quorumShare!: number;

  @Field(() => Float, { description: 'Majority: the least share, 0.5 to 1, of the deciding votes.' })
  readonly majorityShare!: number;
}
