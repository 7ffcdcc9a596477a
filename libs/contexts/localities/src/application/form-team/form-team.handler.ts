import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { teamStream } from '../../contracts.js';
import { team, type FormTeam as Form, type TeamRefusal } from '../../domain/index.js';
import { PartnerReader } from '../partner.reader.js';

/** Forms a team of an organisation, by its lead. Its id comes from the command's. */
export class FormTeam extends Command<Outcome<TeamRefusal>> {
  readonly teamId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Form, 'type' | 'teamId' | 'organisation' | 'corrects'>,
  ) {
    super();
    this.teamId = idMadeBy(act.commandId, 'team');
  }
}

@CommandHandler(FormTeam)
export class FormTeamHandler implements ICommandHandler<FormTeam> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, input, teamId }: FormTeam): Promise<Outcome<TeamRefusal>> {
    const { organisationId } = input;
    return this.commanding.run(act, {
      area: 'partners',
      decider: team,
      stream: teamStream(teamId),
      command: async (): Promise<Form> => ({
        type: 'FormTeam',
        teamId,
        ...input,
        organisation: await this.partners.organisation(organisationId),
      }),
      payload: input,
      owner: () => ({ organisations: [organisationId] }),
    });
  }
}
