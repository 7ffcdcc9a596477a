import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import type { ReadModels } from '@alongside/read-models';
import { inPlace } from '../../application/readiness-of/in-place.sql.js';
import { TeamRegister } from '../../application/team-register.reader.js';
import type { OrganisationReadiness, ReadinessArgs, ReadinessItem } from './readiness.types.js';

const items = `
  SELECT clause_id AS "clauseId", status, effective_on AS "from", until, waived_by AS "waivedBy",
    n.display_name AS "waivedByName", reason, event_id AS "eventId"
  FROM (${inPlace}) standing LEFT JOIN people.name_card n ON n.person_id = standing.waived_by
  ORDER BY clause_id`;

@Injectable()
export class ReadinessReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly teams: TeamRegister,
  ) {}

  /** Nothing is in place with a team that the organisation does not have on the day. */
  async readiness({ scope, actor }: Act, args: ReadinessArgs): Promise<OrganisationReadiness> {
    const { organisationId } = args;
    const on = args.on ?? actor.today;
    const teamId = args.teamId ?? null;
    const team = teamId && (await this.teams.find(teamId, organisationId, on));
    if (teamId && !team) return { organisationId, teamId, on, items: [] };
    const rows = await this.readModels.query<ReadinessItem & object>(scope, {
      name: 'localities.readiness',
      text: items,
      values: [team ? team.organisationId : organisationId, on, teamId],
    });
    return { organisationId, teamId, on, items: rows };
  }
}
