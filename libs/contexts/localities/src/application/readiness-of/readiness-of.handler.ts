import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '@alongside/application';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { ReadinessOf, type ItemInPlace } from '../../contracts.js';
import { TeamRegister } from '../team-register.reader.js';
import { inPlace } from './in-place.sql.js';

/** Tells other contexts which readiness items an organisation, or one of its teams, has in place on a day. */
@QueryHandler(ReadinessOf)
export class ReadinessOfHandler implements IQueryHandler<ReadinessOf, readonly ItemInPlace[]> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly teams: TeamRegister,
  ) {}

  async execute({ organisationId, on, teamId }: ReadinessOf): Promise<readonly ItemInPlace[]> {
    const team = teamId === null ? null : await this.teams.find(teamId, organisationId, on);
    if (teamId !== null && !team) return [];
    return this.readModels.query<ItemInPlace & object>(emptyScope, {
      name: 'localities.readiness_of',
      text: `SELECT clause_id AS "clauseId", status, until FROM (${inPlace}) standing ORDER BY clause_id`,
      values: [team?.organisationId ?? organisationId, on, teamId],
    });
  }
}
