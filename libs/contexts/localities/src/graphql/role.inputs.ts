import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, RoleEnum, Uuid } from '@alongside/graphql-kit';
import type { Role } from '../contracts.js';
import { PartnerCorrectionInput } from './partner-correction.input.js';

@InputType({
  description:
    'A role for a person in an organisation or in a locality: name one of these. With neither it is a role over oneself (`peerWorker`) or in the whole installation (`operator`).',
})
export class GrantRoleInput extends CommandInput {
  @Field(() => Uuid, { description: 'Who.' })
  readonly personId!: string;

  @Field(() => RoleEnum, { description: 'Which role.' })
  readonly role!: Role;

  @Field(() => Uuid, { nullable: true, description: 'The organisation in which it is held.' })
  readonly organisationId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The locality in which it is held.' })
  readonly localityId?: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which it is held.' })
  readonly from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it is held; leave out where it is held until it is ended.',
  })
  readonly until?: string | null;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names an earlier grant of the same role that this one stands in for.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'The end of a role.' })
export class EndRoleInput extends CommandInput {
  @Field(() => Uuid, { description: 'The membership, as the granting answered and `roles` lists it.' })
  readonly membershipId!: string;

  @Field(() => CalendarDate, {
    description: 'The first day on which it is no longer held: today takes the role away at once.',
  })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names the grant, where the person should never have held the role.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}
