import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import type { ReadModels } from '@alongside/read-models';
import { inPlace } from '../application/readiness-of/in-place.sql.js';
import type { OrganisationReadiness, ReadinessArgs, ReadinessItem } from './readiness.types.js';

const items = `
  SELECT clause_id AS "clauseId", status, effective_on AS "from", until, reason, event_id AS "eventId"
  FROM (${inPlace}) standing ORDER BY clause_id`;

@Injectable()
export class ReadinessReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async readiness({ scope, actor }: Act, args: ReadinessArgs): Promise<OrganisationReadiness> {
    const on = args.on ?? actor.today;
    const { organisationId } = args;
    const rows = await this.readModels.query<ReadinessItem & object>(scope, {
      name: 'localities.readiness',
      text: items,
      values: [organisationId, on],
    });
    return { organisationId, on, items: rows };
  }
}
