import { Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, RoleEnum, ScopeKindEnum, Uuid } from '@alongside/graphql-kit';
import type { Role, ScopeKind } from '@alongside/localities/contracts';

@ObjectType({ description: 'A role that you hold, or will hold.' })
@Extensions({ class: 'C1' })
export class HeldRole {
  @Field(() => RoleEnum, { description: 'The role.' })
  readonly role!: Role;

  @Field(() => ScopeKindEnum, { description: 'In what kind of thing it is held.' })
  readonly scopeKind!: ScopeKind;

  @Field(() => Uuid, { description: 'The organisation, locality or person in which it is held.' })
  readonly scopeId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the organisation or locality; null for a role that is held in neither.',
  })
  readonly scopeName!: string | null;

  @Field(() => CalendarDate, { description: 'The first day on which it holds.' })
  readonly from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it holds; null where no end is known.',
  })
  readonly to!: string | null;
}

@ObjectType({ description: 'Who you are to this program.' })
@Extensions({ class: 'C1' })
export class Me {
  @Field(() => Uuid, { description: 'Your id; for a client, the id under which it stands in the record.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'Your name; null for a client.' })
  readonly displayName!: string | null;

  @Field(() => [HeldRole], {
    description:
      'Your roles that have not ended. A role in an organisation is also one in those that merged into it.',
  })
  readonly roles!: readonly HeldRole[];
}
