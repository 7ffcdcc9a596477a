import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, PageArgs, ReadArgs, Uuid } from '@alongside/graphql-kit';
import { SettingEnum } from './team.enums.js';

@ObjectType({ description: 'A team of a partner organisation as it is on a day. Public.' })
@Extensions({ class: 'C0' })
export class Team {
  @Field(() => Uuid, { description: 'The team.' })
  readonly teamId!: string;

  @Field(() => Uuid, {
    description: 'The organisation that formed it; its successor acts for it after a merger.',
  })
  readonly organisationId!: string;

  @Field(() => String, { description: 'What the organisation calls it on that day.' })
  readonly name!: string;

  @Field(() => SettingEnum, { description: 'Where it works on that day.' })
  readonly setting!: string;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  readonly formedOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The first day on which there is no such team; null where no end is known.',
  })
  readonly disbandedOn!: string | null;
}

export const TeamConnection = connectionOf(Team, 'Team', 'A page of teams, by name.');

@ObjectType({ description: 'A name that a team bears from a day.' })
@Extensions({ class: 'C0' })
export class TeamName {
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @Field(() => CalendarDate, { description: 'The first day of the name. It ends where the next one begins.' })
  readonly from!: string;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;
}

@ObjectType({ description: 'A setting that a team works in from a day.' })
@Extensions({ class: 'C0' })
export class TeamSetting {
  @Field(() => SettingEnum, { description: 'The setting.' })
  readonly setting!: string;

  @Field(() => CalendarDate, { description: 'The first day in it. It ends where the next one begins.' })
  readonly from!: string;

  @Field(() => Uuid, { description: 'The fact that says so: what a correction names.' })
  readonly eventId!: string;
}

@ObjectType({ description: 'A team on a day, with its names and settings over time. Public.' })
@Extensions({ class: 'C0' })
export class TeamRecord extends Team {
  @Field(() => [TeamName], {
    description:
      'Its names in order of days. The first is of its forming: `correctTeamFormation` corrects it.',
  })
  readonly names!: readonly TeamName[];

  @Field(() => [TeamSetting], { description: 'Its settings in order of days; the first is of its forming.' })
  readonly settings!: readonly TeamSetting[];

  @Field(() => Uuid, {
    nullable: true,
    description: 'The fact that it was disbanded: what `reinstateTeam` names. Null where it was not.',
  })
  readonly disbandedBy!: string | null;
}

@ArgsType()
export class TeamArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The team.' })
  readonly teamId!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day; today if left out. Before its first day a team is told as it was formed, after its last as it was then.',
  })
  readonly on?: string | null;
}

@ArgsType()
export class TeamsArgs extends PageArgs {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'The day; today if left out.' })
  readonly on?: string | null;
}
