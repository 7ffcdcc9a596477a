import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, ShortText, Uuid } from '@alongside/graphql-kit';
import type { IdentifierSystem, Sector } from '../contracts.js';
import { IdentifierSystemEnum, SectorEnum } from './localities.enums.js';

@ObjectType({ isAbstract: true })
@Extensions({ class: 'C0' })
abstract class OrganisationFields {
  @Field(() => Uuid, { description: 'The organisation. It keeps this id under every name.' })
  readonly organisationId!: string;

  @Field(() => SectorEnum, { description: 'The sector that it belongs to.' })
  readonly sector!: Sector;

  @Field(() => CalendarDate, { description: 'Its first day here.' })
  readonly registeredOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The first day on which it is closed, as known today, which may lie ahead; null where none is known.',
  })
  readonly closedOn!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation that absorbs it from `closedOn`, as known today; null where none does.',
  })
  readonly mergedInto!: string | null;
}

@ObjectType({ description: 'A partner organisation on a day. Public.' })
@Extensions({ class: 'C0' })
export class Organisation extends OrganisationFields {
  @Field(() => String, { description: 'The name that it bore on the day.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Its ODS code on the day; null where it had none.' })
  readonly odsCode!: string | null;

  @Field(() => [Uuid], { description: 'The localities that it was in on the day.' })
  readonly localityIds!: readonly string[];
}

export const OrganisationConnection = connectionOf(
  Organisation,
  'Organisation',
  'A page of organisations, by the names that they bore on the day.',
);

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => Uuid, { nullable: true, description: 'Only those that were in this locality on the day.' })
  readonly localityId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day for which to answer; today if left out.',
  })
  readonly asAt?: string | null;

  @Field(() => SectorEnum, { nullable: true, description: 'Only this sector.' })
  readonly sector?: Sector | null;

  @Field(() => ShortText, {
    nullable: true,
    description: 'Only names, of the day, that have this text in them.',
  })
  readonly name?: string | null;
}

@ArgsType()
export class OrganisationArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;
}

@ObjectType({ description: 'A name of an organisation.' })
@Extensions({ class: 'C0' })
export class DatedName {
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @Field(() => CalendarDate, { description: 'The first day of the name. It lasts until the next begins.' })
  readonly from!: string;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;
}

@ObjectType({ description: 'A code by which an organisation is known.' })
@Extensions({ class: 'C0' })
export class DatedIdentifier {
  @Field(() => IdentifierSystemEnum, { description: 'Whose code it is.' })
  readonly system!: IdentifierSystem;

  @Field(() => String, { description: 'The code.' })
  readonly value!: string;

  @Field(() => CalendarDate, { description: 'The first day on which the organisation holds it.' })
  readonly from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null where no end is known.' })
  readonly until!: string | null;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;
}

@ObjectType({ description: 'A time that an organisation is in a locality.' })
@Extensions({ class: 'C0' })
export class LocalityStay {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null where no end is known.' })
  readonly until!: string | null;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;
}

@ObjectType({ description: 'An organisation that another absorbed.' })
@Extensions({ class: 'C0' })
export class AbsorbedOrganisation {
  @Field(() => Uuid, { description: 'The absorbed organisation.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, {
    description: 'The first day on which its records are those of the organisation asked about.',
  })
  readonly mergedOn!: string;
}

@ObjectType({
  description: 'All that is known today of a partner organisation, open or closed, with its history. Public.',
})
@Extensions({ class: 'C0' })
export class OrganisationRecord extends OrganisationFields {
  @Field(() => String, { description: 'The name that it bears today; the first one where it begins later.' })
  readonly name!: string;

  @Field(() => [DatedName], { description: 'Every name, the earliest first.' })
  readonly names!: readonly DatedName[];

  @Field(() => [DatedIdentifier], { description: 'Every code, the earliest first.' })
  readonly identifiers!: readonly DatedIdentifier[];

  @Field(() => [LocalityStay], { description: 'The localities that it is or was in, the earliest first.' })
  readonly localities!: readonly LocalityStay[];

  @Field(() => [AbsorbedOrganisation], {
    description: 'The organisations that merged into it by today, at any remove, the earliest first.',
  })
  readonly predecessors!: readonly AbsorbedOrganisation[];
}
