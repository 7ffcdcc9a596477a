import { Field, InputType } from '@nestjs/graphql';
import type { Setting } from '@alongside/framework/contracts';
import { CalendarDate, CommandInput, ShortText, Uuid } from '@alongside/graphql-kit';
import { PartnerCorrectionInput } from '../partner-correction.input.js';
import { SettingEnum } from './team.enums.js';

@InputType({ description: 'A team to form.' })
export class FormTeamInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation that it is a team of. It is open on the first day.' })
  readonly organisationId!: string;

  @Field(() => ShortText, { description: 'What the organisation calls it. Public. Name nobody.' })
  readonly name!: string;

  @Field(() => SettingEnum, { description: 'Where it works.' })
  readonly setting!: Setting;

  @Field(() => CalendarDate, { description: 'The first day of the team.' })
  readonly effectiveOn!: string;
}

@InputType({ isAbstract: true })
abstract class OnTeamInput extends CommandInput {
  @Field(() => Uuid, { description: 'The team.' })
  readonly teamId!: string;
}

@InputType({ description: 'What the forming of a team should have said.' })
export class CorrectTeamFormationInput extends OnTeamInput {
  @Field(() => ShortText, { description: 'What the organisation called it. Public. Name nobody.' })
  readonly name!: string;

  @Field(() => SettingEnum, { description: 'Where it worked.' })
  readonly setting!: Setting;

  @Field(() => CalendarDate, { description: 'The first day of the team.' })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, { description: 'Names the forming.' })
  readonly corrects!: PartnerCorrectionInput;
}

@InputType({ description: 'A new name for a team.' })
export class RenameTeamInput extends OnTeamInput {
  @Field(() => ShortText, { description: 'The name. Public. Name nobody.' })
  readonly name!: string;

  @Field(() => CalendarDate, { description: 'The first day of the name.' })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Where this stands in for an earlier renaming that was wrong.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'A setting for a team.' })
export class NameTeamSettingInput extends OnTeamInput {
  @Field(() => SettingEnum, { description: 'Where it works.' })
  readonly setting!: Setting;

  @Field(() => CalendarDate, { description: 'The first day in the setting.' })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Where this stands in for an earlier setting that was wrong.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'The end of a team.' })
export class DisbandTeamInput extends OnTeamInput {
  @Field(() => CalendarDate, { description: 'The first day on which there is no such team.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'A disbanding that never was.' })
export class ReinstateTeamInput extends OnTeamInput {
  @Field(() => PartnerCorrectionInput, { description: 'Names the disbanding.' })
  readonly corrects!: PartnerCorrectionInput;
}
