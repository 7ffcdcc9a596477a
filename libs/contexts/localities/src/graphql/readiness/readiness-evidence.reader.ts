import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { organisationsOf } from '@alongside/identity';
import type { ReadModels } from '@alongside/read-models';
import { TeamRegister } from '../../application/team-register.reader.js';
import type { ReadinessEvidence, ReadinessEvidenceArgs } from './readiness-evidence.types.js';

interface Row extends ReadinessEvidence {
  readonly position: string;
}

const notes = `
  SELECT event_id AS "eventId", clause_id AS "clauseId", evidence_note AS "evidenceNote", effective_on AS "effectiveOn",
    recorded_at AS "recordedAt", corrected_at AS "correctedAt", position
  FROM localities.readiness_evidence
  WHERE organisation_id = $1::uuid AND organisation_id = ANY ($2::uuid[]) AND team_id IS NOT DISTINCT FROM $3::uuid
    AND ($4::uuid IS NULL OR clause_id = $4)
    AND ($5::text IS NULL OR (position, event_id) < ($5, $6::uuid))
  ORDER BY position DESC, event_id DESC LIMIT $7`;

/** What organisations gave as evidence: for their own leads, and for nobody with whom records are shared. */
@Injectable()
export class ReadinessEvidenceReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly teams: TeamRegister,
  ) {}

  async evidence({ scope, actor }: Act, args: ReadinessEvidenceArgs): Promise<Page<ReadinessEvidence>> {
    const first = checkedFirst(args.first);
    const teamId = args.teamId ?? null;
    const [position, eventId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row>(scope, {
      name: 'localities.readiness_evidence',
      text: notes,
      values: [
        await this.keeper(args, actor.today),
        organisationsOf(actor, 'organisationLead'),
        teamId,
        args.clauseId ?? null,
        position,
        eventId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.position, row.eventId],
      ({ position: _, ...row }) => row,
    );
  }

  /** The organisation whose record the evidence is: the one that formed the team. Null where it has no such team. */
  private async keeper(
    { organisationId, teamId }: ReadinessEvidenceArgs,
    today: string,
  ): Promise<string | null> {
    if (!teamId) return organisationId;
    return this.teams.formedBy(teamId, organisationId, today);
  }
}
