import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '@alongside/application';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { CurrentVersion, frameworkIdOf, type Clause, type VersionInForce } from '../../contracts.js';

const inForce = `
  SELECT version_id AS "versionId", framework_id AS "frameworkId", number, in_force_from AS "inForceFrom",
    successor_quorum_share AS "quorumShare", successor_majority_share AS "majorityShare"
  FROM framework.version
  WHERE framework_id = $1 AND in_force_from <= $2::date AND (superseded_on IS NULL OR superseded_on > $2)
  ORDER BY in_force_from DESC, number DESC LIMIT 1`;

const clauses = `
  SELECT clause_id AS "clauseId", kind, title, wording, rule FROM framework.clause
  WHERE version_id = $1 AND status = 'proposed' ORDER BY kind, title, clause_id`;

/** Answers which version is in force in a locality on a day, with its clauses. */
@QueryHandler(CurrentVersion)
export class CurrentVersionHandler implements IQueryHandler<CurrentVersion, VersionInForce | null> {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async execute({ localityId, on }: CurrentVersion): Promise<VersionInForce | null> {
    const [version] = await this.readModels.query<Omit<VersionInForce, 'clauses' | 'localityId'>>(
      emptyScope,
      {
        name: 'framework.version_in_force',
        text: inForce,
        values: [frameworkIdOf(localityId), on],
      },
    );
    if (!version) return null;
    const texts = await this.readModels.query<Clause>(emptyScope, {
      name: 'framework.clauses_in_force',
      text: clauses,
      values: [version.versionId],
    });
    return { ...version, localityId, clauses: texts };
  }
}
