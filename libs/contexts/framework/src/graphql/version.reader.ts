import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { pageOf, type Page } from '@alongside/graphql-kit';
import type { CalendarDate } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { Tally } from '../contracts.js';
import { majorityReached, quorumReached } from '../domain/index.js';
import { startOf, type WithinArgs } from './paging.args.js';
import type {
  Dissent,
  FrameworkVersion,
  FrameworkVersionsArgs,
  VersionComment,
  VoteResult,
} from './version.types.js';

const columns = `
  version_id AS "versionId", framework_id AS "frameworkId", number, replaces, status,
  quorum_share AS "quorumShare", majority_share AS "majorityShare",
  successor_quorum_share AS "successorQuorumShare", successor_majority_share AS "successorMajorityShare",
  drafted_on AS "draftedOn", consultation_on AS "consultationOn", voting_on AS "votingOn", closed_on AS "closedOn",
  tally, deciding, lived_experience_deciding AS "livedExperienceDeciding", ratified_on AS "ratifiedOn",
  in_force_from AS "inForceFrom", lapsed_on AS "lapsedOn", lapsed_because AS "lapsedBecause",
  superseded_on AS "supersededOn", superseded_by AS "supersededBy"`;

const one = `SELECT ${columns} FROM framework.version WHERE version_id = $1`;

const many = `
  SELECT ${columns} FROM framework.version
  WHERE framework_id = $1 AND ($2::integer IS NULL OR number < $2)
  ORDER BY number DESC LIMIT $3`;

const dissent = `
  SELECT d.dissent_id AS "dissentId", d.clause_id AS "clauseId", d.person_id AS "personId",
    n.display_name AS "displayName", d.statement, d.erased_at AS "erasedAt", d.stated_on AS "statedOn"
  FROM framework.dissent d LEFT JOIN people.name_card n USING (person_id)
  WHERE d.version_id = $1 AND ($2::date IS NULL OR (d.stated_on, d.dissent_id) > ($2, $3::uuid))
  ORDER BY d.stated_on, d.dissent_id LIMIT $4`;

const comments = `
  SELECT c.comment_id AS "commentId", c.clause_id AS "clauseId", c.person_id AS "personId",
    n.display_name AS "displayName", c.text, c.erased_at AS "erasedAt", c.made_at AS "madeAt"
  FROM framework.comment c LEFT JOIN people.name_card n USING (person_id)
  WHERE c.version_id = $1 AND (c.locality_id = ANY ($2::uuid[]) OR c.person_id = $3::uuid)
    AND ($4::timestamptz IS NULL OR (c.made_at, c.comment_id) > ($4, $5::uuid))
  ORDER BY c.made_at, c.comment_id LIMIT $6`;

interface VersionRecord extends Omit<FrameworkVersion, 'inForce' | 'vote'> {
  readonly tally: Tally | null;
  readonly deciding: number | null;
  readonly livedExperienceDeciding: number | null;
}

/** A result is judged as the decider judges it. */
const voteOf = (record: VersionRecord): VoteResult | null => {
  const { tally, deciding, livedExperienceDeciding, quorumShare, majorityShare } = record;
  if (!tally || deciding === null || livedExperienceDeciding === null) return null;
  const result = { tally, deciding, livedExperienceDeciding, quorumShare, majorityShare };
  return {
    ...tally,
    deciding,
    livedExperienceDeciding,
    quorumReached: quorumReached(result),
    majorityReached: majorityReached(result),
  };
};

const versionAt =
  (today: CalendarDate) =>
  (record: VersionRecord): FrameworkVersion => {
    const { inForceFrom, supersededOn } = record;
    const begun = inForceFrom !== null && inForceFrom <= today;
    return {
      ...record,
      vote: voteOf(record),
      inForce: begun && (supersededOn === null || today < supersededOn),
    };
  };

/** Versions are public; what members say in consultation stays in the locality. */
@Injectable()
export class VersionReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async version({ scope, actor }: Act, versionId: string): Promise<FrameworkVersion | null> {
    const [row] = await this.readModels.query<VersionRecord>(scope, {
      name: 'framework.one_version',
      text: one,
      values: [versionId],
    });
    return row ? versionAt(actor.today)(row) : null;
  }

  async versions({ scope, actor }: Act, args: FrameworkVersionsArgs): Promise<Page<FrameworkVersion>> {
    const { first, start } = startOf(args, 1);
    const rows = await this.readModels.query<VersionRecord>(scope, {
      name: 'framework.versions',
      text: many,
      values: [args.frameworkId, ...start, first + 1],
    });
    return pageOf(rows, first, (row) => [String(row.number)], versionAt(actor.today));
  }

  async dissent({ scope }: Act, versionId: string, args: WithinArgs): Promise<Page<Dissent>> {
    const { first, start } = startOf(args, 2);
    const rows = await this.readModels.query<Dissent>(scope, {
      name: 'framework.dissent',
      text: dissent,
      values: [versionId, ...start, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.statedOn, row.dissentId],
      (row) => row,
    );
  }

  async comments({ scope }: Act, versionId: string, args: WithinArgs): Promise<Page<VersionComment>> {
    const { first, start } = startOf(args, 2);
    const rows = await this.readModels.query<VersionComment>(scope, {
      name: 'framework.comments',
      text: comments,
      values: [versionId, scope.localities, scope.person, ...start, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.madeAt, row.commentId],
      (row) => row,
    );
  }
}
