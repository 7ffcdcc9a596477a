import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, LongText, ShortText, Uuid } from '@alongside/graphql-kit';
import type {
  AgreementClass,
  AgreementParty,
  AgreementPurpose,
  LawfulBasis,
  SpecialCondition,
} from '../../contracts.js';
import {
  AgreementClassEnum,
  AgreementPartyKindEnum,
  AgreementPurposeEnum,
  LawfulBasisEnum,
  SpecialConditionEnum,
} from './agreement.enums.js';

@InputType({ description: 'An organisation or a locality, as a party to an agreement.' })
export class AgreementPartyInput {
  @Field(() => AgreementPartyKindEnum, { description: 'Which of the two.' })
  readonly kind!: AgreementParty['kind'];

  @Field(() => Uuid, { description: 'The organisation or the locality.' })
  readonly id!: string;
}

@InputType({
  description:
    'The terms of a data-sharing agreement. They cannot be changed later: the parties have signed these. Other terms are another agreement.',
})
export class DrawUpAgreementInput extends CommandInput {
  @Field(() => Uuid, { description: 'The locality whose partners share. Every party is in it today.' })
  readonly localityId!: string;

  @Field(() => ShortText, { description: 'The title by which the parties know it. Public.' })
  readonly title!: string;

  @Field(() => ShortText, {
    description: 'Where the agreement itself is to be found: a number, a title, an address. Public.',
  })
  readonly reference!: string;

  @Field(() => [Uuid], { description: 'The organisations whose records are shared.' })
  readonly disclosing!: readonly string[];

  @Field(() => [AgreementPartyInput], {
    description:
      'With whom. An organisation may disclose and receive. A locality receives through whoever leads its framework, and records of training alone.',
  })
  readonly receiving!: readonly AgreementPartyInput[];

  @Field(() => [AgreementPurposeEnum], {
    description: 'For what. Only records of these purposes are opened.',
  })
  readonly purposes!: readonly AgreementPurpose[];

  @Field(() => [AgreementClassEnum], {
    description: 'Which data. C3 and C4 are never shared by an agreement.',
  })
  readonly classes!: readonly AgreementClass[];

  @Field(() => LawfulBasisEnum, { description: 'The ground under Article 6 of the UK GDPR.' })
  readonly lawfulBasis!: LawfulBasis;

  @Field(() => SpecialConditionEnum, {
    description:
      'The condition under Article 9 of the UK GDPR, since that somebody is a peer worker says something of their health.',
  })
  readonly specialCondition!: SpecialCondition;

  @Field(() => CalendarDate, {
    description: 'The first day. Nothing is open before it, nor before the parties of a pair have signed.',
  })
  readonly effectiveOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day; leave out where it runs until it is ended.',
  })
  readonly endsOn?: string | null;
}

@InputType({ isAbstract: true })
export abstract class OnAgreementInput extends CommandInput {
  @Field(() => Uuid, { description: 'The agreement.' })
  readonly agreementId!: string;
}

@InputType({ isAbstract: true })
export abstract class ByPartyInput extends OnAgreementInput {
  @Field(() => AgreementPartyInput, {
    description:
      'For whom you act: the organisation that you lead, or the locality whose framework you lead.',
  })
  readonly party!: AgreementPartyInput;
}

@InputType({ description: 'A party’s signature under an agreement.' })
export class SignAgreementInput extends ByPartyInput {}

@InputType({ description: 'A party’s suspension of an agreement.' })
export class SuspendAgreementInput extends ByPartyInput {
  @Field(() => LongText, { description: 'Why. Sealed in the record of the party, and not public.' })
  readonly reason!: string;
}

@InputType({ description: 'The end of a party’s own suspension.' })
export class ResumeAgreementInput extends ByPartyInput {}

@InputType({ description: 'A party’s leaving of an agreement.' })
export class LeaveAgreementInput extends ByPartyInput {}

@InputType({ description: 'The end of an agreement for all its parties.' })
export class EndAgreementInput extends OnAgreementInput {
  @Field(() => CalendarDate, {
    description: 'The first day on which it binds nobody: today, which closes everything at once, or later.',
  })
  readonly effectiveOn!: string;
}
