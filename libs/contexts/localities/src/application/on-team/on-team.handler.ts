import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type Uuid } from '@alongside/kernel';
import { teamStream } from '../../contracts.js';
import { team, type FormTeam, type TeamCommand, type TeamRefusal } from '../../domain/index.js';
import { ownerOfTeam } from '../owners.js';
import { TeamRegister } from '../team-register.reader.js';

/** A command on a team that is formed: by the lead of the organisation that it is of. */
export class OnTeam extends Command<Outcome<TeamRefusal>> {
  constructor(
    readonly act: Act,
    readonly teamId: Uuid,
    readonly command: Exclude<TeamCommand, FormTeam>,
    /** Whose team the caller takes it for; null where they do not say. */
    readonly organisationId: Uuid | null = null,
  ) {
    super();
  }
}

@CommandHandler(OnTeam)
export class OnTeamHandler implements ICommandHandler<OnTeam> {
  constructor(
    private readonly commanding: Commanding,
    private readonly teams: TeamRegister,
  ) {}

  async execute({ act, teamId, command, organisationId }: OnTeam): Promise<Outcome<TeamRefusal>> {
    const { today } = act.actor;
    if (organisationId !== null && !(await this.teams.formedBy(teamId, organisationId, today)))
      return reject('NotFound');
    return this.commanding.run(act, {
      area: 'partners',
      decider: team,
      stream: teamStream(teamId),
      command,
      payload: command,
      owner: ownerOfTeam,
    });
  }
}
