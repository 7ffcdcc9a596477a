import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type {
  AgreementClass,
  AgreementParty as Party,
  AgreementPurpose,
  LawfulBasis,
  SpecialCondition,
} from '../../contracts.js';
import type { PairStanding } from '../../domain/index.js';
import {
  AgreementClassEnum,
  AgreementPartyKindEnum,
  AgreementPurposeEnum,
  LawfulBasisEnum,
  PairStandingEnum,
  SpecialConditionEnum,
} from './agreement.enums.js';

@ObjectType({ description: 'An organisation or a locality that an agreement names. Public.' })
@Extensions({ class: 'C0' })
export class AgreementParty {
  @Field(() => AgreementPartyKindEnum, { description: 'Which of the two.' })
  readonly kind!: Party['kind'];

  @Field(() => Uuid, { description: 'The organisation or the locality.' })
  readonly id!: string;

  @Field(() => String, { description: 'The last name that it bore.' })
  readonly name!: string;
}

@ObjectType({
  description: 'What a party has done with an agreement, without who did it for the party. Public.',
})
@Extensions({ class: 'C0' })
export class AgreementSignatory {
  @Field(() => AgreementParty, { description: 'The party.' })
  readonly party!: AgreementParty;

  @Field(() => Boolean, { description: 'Whether its records are shared.' })
  readonly discloses!: boolean;

  @Field(() => Boolean, { description: 'Whether records are shared with it.' })
  readonly receives!: boolean;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it signed, from which it is bound; null while it has not.',
  })
  readonly signedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'Since when it has suspended the agreement, seen on the day asked for; null where it has not.',
  })
  readonly suspendedOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which it is no party any more; null while it has not left.',
  })
  readonly leftOn!: string | null;
}

@ObjectType({
  description:
    'One direction in which records go: those of one organisation, to one receiver. Each pair opens by itself, once both have signed, whatever others do. Public.',
})
@Extensions({ class: 'C0' })
export class AgreementPair {
  @Field(() => AgreementParty, { description: 'The organisation whose records are shared.' })
  readonly discloser!: AgreementParty;

  @Field(() => AgreementParty, {
    description:
      'Whose leads and HR may read them. Of a locality it is whoever leads its framework, and training alone.',
  })
  readonly receiver!: AgreementParty;

  @Field(() => PairStandingEnum, { description: 'How it stands on the day asked for.' })
  readonly standing!: PairStanding;

  @Field(() => Boolean, { description: 'Whether records are open on that day: the standing is `inForce`.' })
  readonly inForce!: boolean;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which both are bound; null while one has not signed.',
  })
  readonly from!: string | null;

  @Field(() => [AgreementParty], { description: 'Which of the two has not signed.' })
  readonly waitingFor!: readonly AgreementParty[];

  @Field(() => [AgreementParty], {
    description: 'Which of the two has suspended it, and alone can resume it.',
  })
  readonly suspendedBy!: readonly AgreementParty[];
}

@ObjectType({
  description:
    'A data-sharing agreement between partners of one locality: whose records the leads and HR of a receiver may read, for what, and on what legal ground. For reading alone. It never opens lived experience, adjustments or benefits (C3), nor the decision on criminal records (C4). That somebody is a peer worker counts as C3 once it crosses the border of an organisation: every read through an agreement is logged for the person. Public among those signed in, so that the people concerned can know.',
})
@Extensions({ class: 'C0' })
export class DataSharingAgreement {
  @Field(() => Uuid, { description: 'The agreement.' })
  readonly agreementId!: string;

  @Field(() => Uuid, { description: 'The locality whose partners have it among them.' })
  readonly localityId!: string;

  @Field(() => String, { description: 'The title by which the parties know it.' })
  readonly title!: string;

  @Field(() => String, { description: 'Where the agreement itself is to be found.' })
  readonly reference!: string;

  @Field(() => [AgreementPurposeEnum], { description: 'For what records are shared.' })
  readonly purposes!: readonly AgreementPurpose[];

  @Field(() => [AgreementClassEnum], { description: 'Which data it opens.' })
  readonly classes!: readonly AgreementClass[];

  @Field(() => LawfulBasisEnum, { description: 'On which ground of Article 6 of the UK GDPR.' })
  readonly lawfulBasis!: LawfulBasis;

  @Field(() => SpecialConditionEnum, { description: 'Under which condition of Article 9 of the UK GDPR.' })
  readonly specialCondition!: SpecialCondition;

  @Field(() => CalendarDate, { description: 'Its first day. It opens nothing before, whoever has signed.' })
  readonly from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Its last day; null until it is ended.' })
  readonly until!: string | null;

  @Field(() => CalendarDate, { description: 'The day for which pairs and suspensions are answered.' })
  readonly on!: string;

  @Field(() => [AgreementSignatory], { description: 'Every party, those that disclose first.' })
  readonly parties!: readonly AgreementSignatory[];

  @Field(() => [AgreementPair], { description: 'How it stands between each discloser and each receiver.' })
  readonly pairs!: readonly AgreementPair[];
}

export const DataSharingAgreementConnection = connectionOf(
  DataSharingAgreement,
  'DataSharingAgreement',
  'A page of data-sharing agreements, the last to begin first.',
);

@ArgsType()
export class AgreementsArgs extends PageArgs {
  @Field(() => Uuid, {
    nullable: true,
    description: 'Agreements of this locality. Name a locality or an organisation.',
  })
  readonly localityId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Agreements that name this organisation as a party, signed or not.',
  })
  readonly organisationId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'Only those that run on this day, as they stand on it; if left out, those that run today or later, as they stand today.',
  })
  readonly on?: string | null;
}

@ArgsType()
export class AgreementArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The agreement.' })
  readonly agreementId!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'As it stands on this day; today if left out.' })
  readonly on?: string | null;
}
