import { ArgsType, Extensions, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { Band } from '../contracts.js';
import { BandEnum } from './employment.enums.js';

@ObjectType({
  description: 'A post: the work that people are engaged for. Its band comes from a job evaluation.',
})
@Extensions({ class: 'C1' })
export class Post {
  @Field(() => Uuid, { description: 'The post.' })
  readonly postId!: string;

  @Field(() => String, { description: 'Title as published.' })
  readonly title!: string;

  @Field(() => String, { description: 'Role family as the framework names it.' })
  readonly roleFamily!: string;

  @Field(() => Uuid, { description: 'Who employs.' })
  readonly employingOrganisationId!: string;

  @Field(() => Uuid, { description: 'Where the work is done.' })
  readonly hostOrganisationId!: string;

  @Field(() => Uuid, { description: 'The locality in which it is.' })
  readonly localityId!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The team on record that it is in; null where it is in none.',
  })
  readonly teamId!: string | null;

  @Field(() => String, { description: 'Team, as the organisation called it when the post was established.' })
  readonly team!: string;

  @Field(() => String, { description: 'Setting as the framework names it.' })
  readonly setting!: string;

  @Field(() => Int, { description: 'How many people can hold it at the same time.' })
  readonly places!: number;

  @Field(() => Int, { description: 'How many places are held or reserved.' })
  readonly placesHeld!: number;

  @Field(() => BandEnum, { nullable: true, description: 'The evaluated band; null where it is not banded.' })
  readonly band!: Band | null;

  @Field(() => CalendarDate, { nullable: true, description: 'From when the band holds.' })
  readonly bandedOn!: string | null;

  @Field(() => BandEnum, {
    nullable: true,
    description: 'What the employer declares it to be worth, where it is not banded.',
  })
  readonly equivalentBand!: Band | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week of one place; null where none are agreed.',
  })
  readonly hoursPerWeek!: number | null;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly establishedOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which nobody can hold it; null while it is open.',
  })
  readonly closedOn!: string | null;
}

export const PostConnection = connectionOf(Post, 'Post', 'A page of posts, by title.');

@ArgsType()
export class PostArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The post.' })
  readonly postId!: string;
}

@ArgsType()
export class PostsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation that employs or hosts.' })
  readonly organisationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Only posts that are not closed.' })
  readonly openOnly?: boolean | null;

  @Field(() => Uuid, { nullable: true, description: 'Only posts in this team.' })
  readonly teamId?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day: what was of an organisation that had merged by then is its successor’s, and `openOnly` asks for it. Today if left out.',
  })
  readonly on?: string | null;
}
