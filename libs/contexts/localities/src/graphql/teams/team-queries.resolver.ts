import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { TeamReader } from './team.reader.js';
import { TeamArgs, TeamConnection, TeamRecord, TeamsArgs } from './team.types.js';

@Resolver()
export class TeamQueriesResolver {
  constructor(private readonly reader: TeamReader) {}

  @Query(() => TeamConnection, {
    name: 'teams',
    description:
      'The teams that an organisation has on a day, by the names that they bear then. Those of an organisation that merged into it are its own from the day of the merger. Public.',
  })
  @Rule('signedIn')
  @Reads('teams', 'organisations')
  teams(@Args() args: TeamsArgs, @Acting() act: Act) {
    return this.reader.teams(act, args);
  }

  @Query(() => TeamRecord, {
    name: 'team',
    nullable: true,
    description:
      'A team, there or disbanded, with its names and settings over time; null where there is none of this id. Public.',
  })
  @Rule('signedIn')
  @Reads('teams')
  team(@Args() args: TeamArgs, @Acting() act: Act) {
    return this.reader.team(act, args);
  }
}
