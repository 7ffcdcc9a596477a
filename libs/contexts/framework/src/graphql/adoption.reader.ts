import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { READ_MODELS, type Act } from '@alongside/application';
import { pageOf, type Page } from '@alongside/graphql-kit';
import { organisationNameOn } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import { END_OF_TIME } from '../application/applicable-clauses/applicable-clauses.handler.js';
import type { Adoption, AdoptionsArgs, Deviation } from './adoption.types.js';
import { startOf, type WithinArgs } from './paging.args.js';

const known = (table: string, moment: string): string =>
  `${table}.recorded_at <= ${moment}::timestamptz
    AND (${table}.corrected_at IS NULL OR ${table}.corrected_at > ${moment}::timestamptz)`;

const adoptions = `
  SELECT held.*, v.number AS "versionNumber", coalesce("organisationName", '') AS "sortName" FROM (
    SELECT adopted.*, ${organisationNameOn('"organisationId"', '$3')} AS "organisationName" FROM (
    SELECT DISTINCT ON (a.adoption_id)
      a.adoption_id AS "adoptionId", a.framework_id AS "frameworkId", a.organisation_id AS "organisationId",
      a.version_id AS "versionId", a.effective_on AS "from", a.event_id AS "adoptedEventId"
    FROM framework.adoption a
    WHERE ($1::uuid IS NULL OR a.organisation_id = $1) AND ($2::uuid IS NULL OR a.framework_id = $2)
      AND a.effective_on <= $3::date AND ${known('a', '$4')}
    ORDER BY a.adoption_id, a.effective_on DESC, a.position DESC
    ) adopted
    WHERE NOT EXISTS (SELECT FROM localities.organisation o
      WHERE o.organisation_id = adopted."organisationId" AND o.closed_on <= $3::date)
  ) held JOIN framework.version v ON v.version_id = held."versionId"
  WHERE $5::text IS NULL OR (coalesce("organisationName", ''), "adoptionId") > ($5, $6::uuid)
  ORDER BY "sortName", "adoptionId" LIMIT $7`;

const deviations = `
  SELECT d.deviation_id AS "deviationId", d.clause_id AS "clauseId", d.direction, d.reason, d.rule,
    d.effective_on AS "from", d.expires_on AS "expiresOn", d.event_id AS "declaredEventId"
  FROM framework.deviation d
  WHERE d.fact = 'declared' AND d.organisation_id = $1 AND d.framework_id = $2 AND d.version_id = $3
    AND d.effective_on <= $4::date AND d.expires_on >= $4 AND ${known('d', '$5')}
    AND NOT EXISTS (
      SELECT FROM framework.deviation w
      WHERE w.fact = 'withdrawn' AND w.deviation_id = d.deviation_id AND w.effective_on <= $4 AND ${known('w', '$5')})
    AND ($6::date IS NULL OR (d.expires_on, d.deviation_id) > ($6, $7::uuid))
  ORDER BY d.expires_on, d.deviation_id LIMIT $8`;

/** What organisations hold themselves to is public. */
@Injectable()
export class AdoptionReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async adoptions({ scope, actor }: Act, args: AdoptionsArgs): Promise<Page<Adoption>> {
    const { organisationId = null, frameworkId = null } = args;
    if (!organisationId && !frameworkId)
      throw new GraphQLError('Say of which organisation or of which framework: give one of the two ids.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const { first, start } = startOf(args, 2);
    const asAt = args.asAt ?? actor.today;
    const asKnownAt = args.asKnownAt ?? END_OF_TIME;
    const rows = await this.readModels.query<Adoption & { readonly sortName: string }>(scope, {
      name: 'framework.adoptions',
      text: adoptions,
      values: [organisationId, frameworkId, asAt, asKnownAt, ...start, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.sortName, row.adoptionId],
      (row) => ({ ...row, asAt, asKnownAt }),
    );
  }

  async deviations({ scope }: Act, adoption: Adoption, args: WithinArgs): Promise<Page<Deviation>> {
    const { first, start } = startOf(args, 2);
    const { organisationId, frameworkId, versionId, asAt, asKnownAt } = adoption;
    const rows = await this.readModels.query<Deviation>(scope, {
      name: 'framework.deviations',
      text: deviations,
      values: [organisationId, frameworkId, versionId, asAt, asKnownAt, ...start, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.expiresOn, row.deviationId],
      (row) => row,
    );
  }
}
