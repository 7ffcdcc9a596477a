import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, RoleEnum, Uuid } from '@alongside/graphql-kit';
import type { Role } from '../contracts.js';

@ObjectType({ description: 'A role that a person holds in an organisation or a locality.' })
@Extensions({ class: 'C1' })
export class RoleGrant {
  @Field(() => Uuid, { description: 'The grant: what a correction names.' })
  readonly grantId!: string;

  @Field(() => Uuid, { description: 'The membership: what `endRole` takes.' })
  readonly membershipId!: string;

  @Field(() => Uuid, { description: 'Who.' })
  readonly personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The person’s name; null once erased, and where it is not yours to see.',
  })
  readonly displayName!: string | null;

  @Field(() => RoleEnum, { description: 'Which role.' })
  readonly role!: Role;

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

  @Field(() => CalendarDate, { nullable: true, description: 'The last day; null until it is ended.' })
  readonly until!: string | null;
}

export const RoleGrantConnection = connectionOf(RoleGrant, 'RoleGrant', 'A page of roles, by role and name.');

@ArgsType()
export class RolesArgs extends PageArgs {
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

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Only those held on this day; if left out, those held today or later.',
  })
  readonly on?: string | null;
}
