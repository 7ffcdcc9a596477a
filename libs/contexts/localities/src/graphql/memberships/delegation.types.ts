import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, RoleEnum, Uuid } from '@alongside/graphql-kit';
import type { Role } from '../../contracts.js';

@ObjectType({ description: 'A role that somebody acts in for a time, beside whoever was given it.' })
@Extensions({ class: 'C1' })
export class RoleDelegation {
  @Field(() => Uuid, {
    description: 'The delegation: what `endDelegation` takes, and what a correction names.',
  })
  readonly delegationId!: string;

  @Field(() => Uuid, { description: 'The membership of whoever lent the role: what `endDelegation` takes.' })
  readonly membershipId!: string;

  @Field(() => RoleEnum, { description: 'Which role.' })
  readonly role!: Role;

  @Field(() => Uuid, { description: 'Who lent it.' })
  readonly lenderId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of whoever lent it; null once erased, and where it is not yours to see.',
  })
  readonly lenderName!: string | null;

  @Field(() => Uuid, { description: 'Who acts in it.' })
  readonly delegateId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of whoever acts in it; null once erased, and where it is not yours to see.',
  })
  readonly delegateName!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The organisation in which it is held; null where that is a locality.',
  })
  readonly organisationId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The locality in which it is held; null where that is an organisation.',
  })
  readonly localityId!: string | null;

  @Field(() => CalendarDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => CalendarDate, { description: 'The last day.' })
  readonly until!: string;
}

export const RoleDelegationConnection = connectionOf(
  RoleDelegation,
  'RoleDelegation',
  'A page of delegations, the latest first.',
);

@ArgsType()
export class DelegationsArgs extends PageArgs {
  @Field(() => Uuid, {
    nullable: true,
    description: 'Roles held in this organisation. Name an organisation or a locality.',
  })
  readonly organisationId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Roles held in this locality itself, not in its organisations.',
  })
  readonly localityId?: string | null;
}
