import { ArgsType, Extensions, Field, Float, ObjectType } from '@nestjs/graphql';
import type { WhenAsked } from '@alongside/access-log';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';

@ObjectType({
  description: 'The one framework of a locality, which partners share. Its versions hold its clauses.',
})
@Extensions({ class: 'C0' })
export class Framework {
  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;

  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;

  @Field(() => String, { description: 'The name that the locality knows it by.' })
  readonly name!: string;

  @Field(() => CalendarDate, { description: 'The day of its founding.' })
  readonly foundedOn!: string;

  @Field(() => Float, { description: 'Lived-experience quorum for the vote on its first version, 0 to 1.' })
  readonly quorumShare!: number;

  @Field(() => Float, { description: 'Majority for the vote on its first version, 0.5 to 1.' })
  readonly majorityShare!: number;

  @Field(() => Uuid, { nullable: true, description: 'The version in force today; null where none is.' })
  readonly versionInForce!: string | null;
}

@ArgsType()
export class FrameworkArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The locality.' })
  readonly localityId!: string;
}

@ObjectType({ description: 'Somebody who is in the group of a framework today.' })
@Extensions({ class: 'C1' })
export class GroupMember {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their name; null where it is not yours to see, or was erased.',
  })
  readonly displayName!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The partner that they come from; null for those who come for themselves.',
  })
  readonly organisationId!: string | null;

  @Field(() => CalendarDate, { description: 'From when this has been so.' })
  readonly from!: string;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly joinedEventId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether they are recorded as bringing lived experience. Shown to the member alone: null for everybody else, leads included, and once erased.',
  })
  @Extensions({ class: 'C3' })
  readonly livedExperience!: WhenAsked<boolean> | null;
}

export const GroupMemberConnection = connectionOf(
  GroupMember,
  'GroupMember',
  'A page of the group of a framework, by name.',
);

@ArgsType()
export class GroupMembersArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The framework.' })
  readonly frameworkId!: string;
}
