import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, ShortText, Uuid } from '@alongside/graphql-kit';

@ObjectType({ description: 'Somebody’s name and how they are reached at work.' })
@Extensions({ class: 'C1' })
export class Person {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The whole name; null once erased.' })
  readonly displayName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Given name; null once erased, empty where there is none.',
  })
  readonly givenName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Family name; null once erased, empty where there is none.',
  })
  readonly familyName!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address at work; null where there is none.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number at work; null where there is none.' })
  readonly phone!: string | null;

  @Field({ description: 'Whether the person is invented, for a demonstration.' })
  readonly demonstration!: boolean;
}

export const PersonConnection = connectionOf(
  Person,
  'Person',
  'A page of the people of an organisation, by family name.',
);

@ArgsType()
export class PersonArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The person.' })
  readonly personId!: string;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => Uuid, {
    description: 'The organisation: those it registered, engages, hosts, or had to do with before.',
  })
  readonly organisationId!: string;

  @Field(() => ShortText, {
    nullable: true,
    description:
      'Only people whose name has every one of these words in it, in any order; accents and capitals make no difference.',
  })
  readonly name?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day: what was of an organisation that had merged by then is its successor’s. Today if left out.',
  })
  readonly on?: string | null;
}
