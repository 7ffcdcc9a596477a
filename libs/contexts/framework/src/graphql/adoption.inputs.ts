import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, JsonValue, LongText, Uuid } from '@alongside/graphql-kit';
import { RULE_SHAPES } from './clause.types.js';
import { FrameworkCorrectionInput } from './correction.input.js';

@InputType({ isAbstract: true })
abstract class CorrectableInput extends CommandInput {
  @Field(() => FrameworkCorrectionInput, {
    nullable: true,
    description: 'Give it to put right what was recorded before.',
  })
  readonly corrects?: FrameworkCorrectionInput | null;
}

@InputType({ description: 'A version that an organisation adopts.' })
export class AdoptVersionInput extends CorrectableInput {
  @Field(() => Uuid, { description: 'The organisation. You answer for it.' })
  readonly organisationId!: string;

  @Field(() => Uuid, { description: 'The version: ratified, and in force on the day.' })
  readonly versionId!: string;

  @Field(() => CalendarDate, { description: 'The day from which the organisation holds itself to it.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The end of an adoption: no version is adopted from then.' })
export class EndAdoptionInput extends CorrectableInput {
  @Field(() => Uuid, { description: 'The adoption.' })
  readonly adoptionId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which nothing is adopted.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A difference from one clause of the version that is adopted on the day.' })
export class DeclareDeviationInput extends CorrectableInput {
  @Field(() => Uuid, { description: 'The adoption.' })
  readonly adoptionId!: string;

  @Field(() => Uuid, { description: 'The clause.' })
  readonly clauseId!: string;

  @Field(() => JsonValue, {
    description: `What the organisation follows instead, about the same thing as the clause. ${RULE_SHAPES}`,
  })
  readonly rule!: unknown;

  @Field(() => LongText, { description: 'Why, in at most 2,000 characters. Published.' })
  readonly reason!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it holds.' })
  readonly effectiveOn!: string;

  @Field(() => CalendarDate, { description: 'The last day on which it holds.' })
  readonly expiresOn!: string;
}

@InputType({ description: 'A deviation that no longer holds.' })
export class WithdrawDeviationInput extends CommandInput {
  @Field(() => Uuid, { description: 'The adoption.' })
  readonly adoptionId!: string;

  @Field(() => Uuid, { description: 'The deviation.' })
  readonly deviationId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it no longer holds.' })
  readonly effectiveOn!: string;
}
