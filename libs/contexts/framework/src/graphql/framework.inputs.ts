import { Field, Float, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, ShortText, Uuid } from '@alongside/graphql-kit';
import { FrameworkCorrectionInput } from './correction.input.js';

@InputType({ description: 'The framework of a locality. A locality has one.' })
export class FoundFrameworkInput extends CommandInput {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => ShortText, { description: 'The name that the locality knows it by.' })
  readonly name!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'Lived-experience quorum for the vote on the first version: the least share, 0 to 1, of the deciding votes by people with lived experience. Half if left out; a peer-led group takes 0.75.',
  })
  readonly quorumShare?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Majority for the vote on the first version: the least share, 0.5 to 1, of the deciding votes. Half if left out; a tie never ratifies.',
  })
  readonly majorityShare?: number | null;

  @Field(() => CalendarDate, { description: 'The day of its founding.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnFrameworkInput extends CommandInput {
  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;
}

@InputType({ isAbstract: true })
abstract class OfMemberInput extends OnFrameworkInput {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => FrameworkCorrectionInput, {
    nullable: true,
    description: 'Give it to put right what was recorded before.',
  })
  readonly corrects?: FrameworkCorrectionInput | null;
}

@InputType({
  description:
    'A person in the group of a framework. For a member, says anew where they come from or what they bring.',
})
export class AdmitGroupMemberInput extends OfMemberInput {
  @Field(() => Uuid, {
    nullable: true,
    description: 'The partner that they come from; leave out for those who come for themselves.',
  })
  readonly organisationId?: string | null;

  @Field({
    description:
      'Whether they bring lived experience, as they have declared themselves for this purpose. Sealed: no query shows it to anybody but the member. It is counted in the quorum, and nowhere else.',
  })
  readonly livedExperience!: boolean;

  @Field(() => CalendarDate, { description: 'The first day on which this is so.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'That a person leaves the group of a framework.' })
export class EndGroupMembershipInput extends OfMemberInput {
  @Field(() => CalendarDate, { description: 'The first day on which they are no longer in the group.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class PairInput extends OnFrameworkInput {
  @Field(() => Uuid, { description: 'The clause of this framework.' })
  readonly clauseId!: string;

  @Field(() => Uuid, { description: 'The other framework.' })
  readonly otherFrameworkId!: string;

  @Field(() => Uuid, { description: 'The clause of the other framework.' })
  readonly otherClauseId!: string;

  @Field(() => CalendarDate, { description: 'The day on which the group decided so.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A clause of this framework and one of another that are about the same thing.' })
export class AlignClausesInput extends PairInput {}

@InputType({ description: 'A clause of this framework and one of another that were aligned.' })
export class SeparateClausesInput extends PairInput {}
