import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Correction, Uuid } from '@alongside/kernel';
import { teamStream } from '../../contracts.js';
import { team, type FormTeam, type TeamRefusal, type TeamState } from '../../domain/index.js';
import { ownerOfTeam } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Says what the forming of a team should have said. Whose team it is stays. */
export class CorrectTeamFormation extends Command<Outcome<TeamRefusal>> {
  constructor(
    readonly act: Act,
    readonly teamId: Uuid,
    readonly input: Pick<FormTeam, 'name' | 'setting' | 'effectiveOn'> & { readonly corrects: Correction },
  ) {
    super();
  }
}

@CommandHandler(CorrectTeamFormation)
export class CorrectTeamFormationHandler implements ICommandHandler<CorrectTeamFormation> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, teamId, input }: CorrectTeamFormation): Promise<Outcome<TeamRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: team,
      stream: teamStream(teamId),
      command: async ({ formation }: TeamState): Promise<FormTeam> => {
        const { organisationId } = formation!;
        const organisation = await this.partners.organisation(organisationId);
        return { type: 'FormTeam', teamId, organisationId, organisation, ...input };
      },
      payload: input,
      owner: ownerOfTeam,
    });
  }
}
