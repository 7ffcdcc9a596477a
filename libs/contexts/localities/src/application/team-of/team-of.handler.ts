import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { TeamOf, type TeamFound } from '../../contracts.js';
import { TeamRegister } from '../team-register.reader.js';

/** Tells other contexts what a team of an organisation is called and where it works, from the record itself. */
@QueryHandler(TeamOf)
export class TeamOfHandler implements IQueryHandler<TeamOf, TeamFound | null> {
  constructor(private readonly teams: TeamRegister) {}

  async execute({ teamId, organisationId, on }: TeamOf): Promise<TeamFound | null> {
    const found = await this.teams.find(teamId, organisationId, on);
    return found && { name: found.name, setting: found.setting };
  }
}
