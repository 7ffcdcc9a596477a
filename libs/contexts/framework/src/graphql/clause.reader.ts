import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { pageOf, type Page } from '@alongside/graphql-kit';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { Clause as DomainClause } from '../contracts.js';
import { compareVersions, type AlignedClauses } from '../domain/index.js';
import type { Clause, ComparedClauses, CompareVersionsArgs } from './clause.types.js';
import { pageOfAll, startOf, type WithinArgs } from './paging.args.js';

const columns = `
  clause_id AS "clauseId", version_id AS "versionId", kind, title, wording, rule, revision,
  carried_from AS "carriedFrom", amended, changed_on AS "changedOn"`;

const ofVersion = `
  SELECT ${columns} FROM framework.clause
  WHERE version_id = $1 AND status = 'proposed'
    AND ($2::text IS NULL OR (kind, title, clause_id) > ($2, $3, $4::uuid))
  ORDER BY kind, title, clause_id LIMIT $5`;

const ofBoth = `
  SELECT ${columns} FROM framework.clause
  WHERE version_id = ANY ($1::uuid[]) AND status = 'proposed' ORDER BY kind, title, clause_id`;

const aligned = `
  SELECT a.clause_id AS "clauseId", a.other_clause_id AS "otherClauseId"
  FROM framework.clause_alignment a, framework.version l, framework.version r
  WHERE l.version_id = $1 AND r.version_id = $2
    AND a.framework_id = l.framework_id AND a.other_framework_id = r.framework_id
  UNION
  SELECT a.other_clause_id, a.clause_id
  FROM framework.clause_alignment a, framework.version l, framework.version r
  WHERE l.version_id = $1 AND r.version_id = $2
    AND a.framework_id = r.framework_id AND a.other_framework_id = l.framework_id
  ORDER BY 1, 2`;

type ReadClause = Clause & DomainClause;

@Injectable()
export class ClauseReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async clauses({ scope }: Act, versionId: Uuid, args: WithinArgs): Promise<Page<Clause>> {
    const { first, start } = startOf(args, 3);
    const rows = await this.readModels.query<Clause>(scope, {
      name: 'framework.clauses',
      text: ofVersion,
      values: [versionId, ...start, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.kind, row.title, row.clauseId],
      (row) => row,
    );
  }

  async comparison({ scope }: Act, args: CompareVersionsArgs): Promise<Page<ComparedClauses>> {
    const { left, right } = args;
    const [clauses, alignments] = await Promise.all([
      this.readModels.query<ReadClause>(scope, {
        name: 'framework.clauses_of_both',
        text: ofBoth,
        values: [[left, right]],
      }),
      this.readModels.query<AlignedClauses>(scope, {
        name: 'framework.aligned',
        text: aligned,
        values: [left, right],
      }),
    ]);
    const of = (version: Uuid) => clauses.filter(({ versionId }) => versionId === version);
    const lines = compareVersions(of(left), of(right), alignments).map(
      ({ ours, theirs, comparison }): ComparedClauses => ({
        comparison,
        left: ours as ReadClause | null,
        right: theirs as ReadClause | null,
      }),
    );
    return pageOfAll(lines, args, (line) => `${line.left?.clauseId ?? ''}/${line.right?.clauseId ?? ''}`);
  }
}
