import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, LongText, Uuid } from '@alongside/graphql-kit';
import type { Choice } from '../contracts.js';
import { ChoiceEnum } from './framework.enums.js';
import { OnVersionInput } from './version-drafting.inputs.js';

@InputType({ description: 'A version to consult on.' })
export class OpenConsultationInput extends OnVersionInput {}

@InputType({ description: 'A version to vote on. Its clauses are settled from now on.' })
export class OpenVotingInput extends OnVersionInput {}

@InputType({ description: 'A version whose votes are to be counted.' })
export class CloseVotingInput extends OnVersionInput {}

@InputType({ description: 'A version that the vote has carried.' })
export class RatifyVersionInput extends OnVersionInput {
  @Field(() => CalendarDate, {
    description: 'The first day on which it is in force; not before the day of the ratification.',
  })
  readonly inForceFrom!: string;
}

@InputType({ description: 'A version that was not ratified, or is given up before the vote.' })
export class LapseVersionInput extends OnVersionInput {}

/** A member's own part, taken today. */
@InputType({ isAbstract: true })
abstract class MemberInput extends CommandInput {
  @Field(() => Uuid, { description: 'The version.' })
  readonly versionId!: string;
}

@InputType({ isAbstract: true })
abstract class SpeakingInput extends MemberInput {
  @Field(() => Uuid, {
    nullable: true,
    description: 'The clause that it is about; leave out for the version as a whole.',
  })
  readonly clauseId?: string | null;
}

@InputType({ description: 'What you have to say of a version in consultation.' })
export class MakeCommentInput extends SpeakingInput {
  @Field(() => LongText, { description: 'The comment. Those who take part in the locality read it.' })
  readonly text!: string;
}

@InputType({ description: 'Your vote on a version. Your last one counts.' })
export class CastBallotInput extends MemberInput {
  @Field(() => ChoiceEnum, { description: 'How you vote. Sealed: it is counted and shown to nobody.' })
  readonly choice!: Choice;
}

@InputType({ description: 'Why you are against a version.' })
export class StateDissentInput extends SpeakingInput {
  @Field(() => LongText, {
    description: 'The statement. Everybody who signs in can read it with the version.',
  })
  readonly statement!: string;

  @Field({ description: 'Whether your name may be shown with it.' })
  readonly named!: boolean;
}
