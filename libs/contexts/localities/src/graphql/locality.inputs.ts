import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, ShortText, Uuid } from '@alongside/graphql-kit';
import { PartnerCorrectionInput } from './partner-correction.input.js';

@InputType({ description: 'A locality to establish: organisations that share one framework for peer work.' })
export class EstablishLocalityInput extends CommandInput {
  @Field(() => ShortText, { description: 'The name by which it is known, such as `Sussex`.' })
  readonly name!: string;

  @Field(() => Uuid, {
    description: 'A registered organisation. It answers as controller for what people enter by themselves.',
  })
  readonly hostOrganisationId!: string;

  @Field(() => CalendarDate, { description: 'The first day of the locality. The host is open on it.' })
  readonly effectiveOn!: string;
}

@InputType({ description: 'Another host for a locality.' })
export class NameLocalityHostInput extends CommandInput {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => Uuid, { description: 'The organisation that hosts it from now on.' })
  readonly hostOrganisationId!: string;

  @Field(() => CalendarDate, { description: 'The first day on which it does.' })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Where this puts right an earlier naming.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}
