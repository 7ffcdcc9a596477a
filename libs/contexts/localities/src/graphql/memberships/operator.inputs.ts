import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, Uuid } from '@alongside/graphql-kit';
import { PartnerCorrectionInput } from '../partner-correction.input.js';

@InputType({ description: 'Somebody who shall operate the installation.' })
export class AppointOperatorInput extends CommandInput {
  @Field(() => Uuid, { description: 'Who: somebody who is registered.' })
  readonly personId!: string;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day; leave out where it is until they are dismissed.',
  })
  readonly until?: string | null;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names an earlier appointment that this one stands in for.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'An operator who shall be one no longer.' })
export class DismissOperatorInput extends CommandInput {
  @Field(() => Uuid, { description: 'Who.' })
  readonly personId!: string;

  @Field(() => CalendarDate, {
    description: 'The first day on which they are no operator: today takes the role away at once.',
  })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names the appointment, where the person should never have had it.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}
