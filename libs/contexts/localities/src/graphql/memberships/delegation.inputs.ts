import { Field, InputType } from '@nestjs/graphql';
import { CalendarDate, CommandInput, RoleEnum, Uuid } from '@alongside/graphql-kit';
import type { Role } from '../../contracts.js';
import { PartnerCorrectionInput } from '../partner-correction.input.js';

@InputType({
  description:
    'A role that you hold in an organisation or in a locality (name one of these), for somebody else to act in beside you for a time.',
})
export class DelegateRoleInput extends CommandInput {
  @Field(() => RoleEnum, { description: 'Which of your roles.' })
  readonly role!: Role;

  @Field(() => Uuid, { nullable: true, description: 'The organisation in which you hold it.' })
  readonly organisationId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The locality in which you hold it.' })
  readonly localityId?: string | null;

  @Field(() => Uuid, {
    description:
      'Who shall act in it: somebody who has to do with the organisation, or with one of the locality’s.',
  })
  readonly delegateId!: string;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => CalendarDate, {
    description:
      'The last day: at the most twelve months after the first, and not after the last of your own.',
  })
  readonly until!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names an earlier delegation of the same role that this one stands in for.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}

@InputType({ description: 'The end of a delegation, before its last day.' })
export class EndDelegationInput extends CommandInput {
  @Field(() => Uuid, {
    description:
      'The membership of whoever lent the role, as `delegateRole` answered and `delegations` lists it.',
  })
  readonly membershipId!: string;

  @Field(() => Uuid, {
    description: 'The delegation: the event that `delegateRole` answered with, as `delegations` lists it.',
  })
  readonly delegationId!: string;

  @Field(() => CalendarDate, {
    description: 'The first day on which it no longer holds: today ends it at once.',
  })
  readonly effectiveOn!: string;

  @Field(() => PartnerCorrectionInput, {
    nullable: true,
    description: 'Names the delegation, where it should never have been.',
  })
  readonly corrects?: PartnerCorrectionInput | null;
}
