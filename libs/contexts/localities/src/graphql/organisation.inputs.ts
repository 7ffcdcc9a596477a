import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, ShortText, Uuid } from '@alongside/graphql-kit';
import type { IdentifierSystem, Sector } from '../contracts.js';
import { IdentifierSystemEnum, SectorEnum } from './localities.enums.js';
import { PartnerCorrectionInput } from './partner-correction.input.js';

@InputType({ description: 'A partner organisation to register.' })
export class RegisterOrganisationInput extends CommandInput {
  @Field(() => ShortText, { description: 'The name by which it is known. Public.' })
  readonly name!: string;

  @Field(() => SectorEnum, { description: 'The sector that it belongs to.' })
  readonly sector!: Sector;

  @Field(() => CalendarDate, {
    description:
      'The first day on which it is an organisation here. Nothing can be recorded of earlier days.',
  })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
export abstract class OnOrganisationInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;
}

@InputType({ isAbstract: true })
export abstract class CorrectableOrganisationInput extends OnOrganisationInput {
  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Where this stands in for an earlier fact that was wrong.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'A code by which an organisation is known.' })
export class AssignIdentifierInput extends CorrectableOrganisationInput {
  @Field(() => IdentifierSystemEnum, { description: 'Whose code it is.' })
  readonly system!: IdentifierSystem;

  @Field(() => ShortText, { description: 'The code. Lower-case letters are taken as capitals.' })
  readonly value!: string;

  @Field(() => CalendarDate, { description: 'The first day on which the organisation holds it.' })
  readonly effectiveOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it does; leave out where no end is known.',
  })
  readonly until?: string | null;
}

@InputType({ description: 'The end of a code of an organisation.' })
export class EndIdentifierInput extends OnOrganisationInput {
  @Field(() => IdentifierSystemEnum, { description: 'Whose code it is.' })
  readonly system!: IdentifierSystem;

  @Field(() => ShortText, { description: 'The code.' })
  readonly value!: string;

  @Field(() => CalendarDate, {
    description: 'The first day on which the organisation no longer holds it.',
  })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names the assignment, where the organisation never held the code.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'A new name for an organisation.' })
export class RenameOrganisationInput extends CorrectableOrganisationInput {
  @Field(() => ShortText, { description: 'The name. Public.' })
  readonly name!: string;

  @Field(() => CalendarDate, { description: 'The first day of the name.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The merger of an organisation into another.' })
export class MergeOrganisationInput extends OnOrganisationInput {
  @Field(() => Uuid, { description: 'The organisation that absorbs it and answers for its records.' })
  readonly intoOrganisationId!: string;

  @Field(() => CalendarDate, {
    description: 'The first day on which the absorbed organisation is none of its own.',
  })
  readonly effectiveOn!: string;
}

@InputType({ description: 'The end of an organisation that nobody takes over.' })
export class CloseOrganisationInput extends OnOrganisationInput {
  @Field(() => CalendarDate, { description: 'The first day on which it is closed.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A closing or merger that never was.' })
export class ReopenOrganisationInput extends OnOrganisationInput {
  @Field(() => PartnerCorrectionInput, { description: 'Names the closing or merger.' })
  readonly corrects!: PartnerCorrectionInput;
}

@InputType({ description: 'An organisation’s joining of a locality.' })
export class JoinLocalityInput extends CorrectableOrganisationInput {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => CalendarDate, { description: 'The first day in the locality.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'An organisation’s leaving of a locality.' })
export class LeaveLocalityInput extends OnOrganisationInput {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it is no longer in the locality.' })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names the joining, where the organisation never was in the locality.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}
