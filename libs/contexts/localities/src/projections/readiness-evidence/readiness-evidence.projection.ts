import { disclosed, type Uuid } from '@alongside/kernel';
import {
  type Change,
  correcting,
  factColumns,
  type FactColumns,
  projection,
  recorded,
} from '@alongside/projections';
import type { ReadinessEvent } from '../../domain/readiness/readiness.state.js';

export interface ReadinessEvidenceRow extends FactColumns {
  readonly organisation_id: Uuid;
  /** Null where the item is the organisation's own. */
  readonly team_id: Uuid | null;
  readonly clause_id: Uuid;
  /** Null where its key was destroyed. */
  readonly evidence_note: string | null;
}

/** What was said to show that a readiness item is in place. Apart from `readiness`, which is public. */
export const readinessEvidence = projection<ReadinessEvidenceRow, ReadinessEvent>({
  name: 'readiness-evidence',
  version: 1,
  table: 'localities.readiness_evidence',
  columns: {
    ...factColumns,
    organisation_id: 'uuid',
    team_id: 'uuid',
    clause_id: 'uuid',
    evidence_note: 'text',
  },
  key: ['event_id'],
  access: { class: 'C2', organisations: ['organisation_id'] },
  on: {
    ReadinessItemMet: (event) =>
      recorded<ReadinessEvidenceRow>(event, {
        organisation_id: event.data.organisationId,
        team_id: event.data.teamId ?? null,
        clause_id: event.data.clauseId,
        evidence_note: disclosed(event.data.evidenceNote) ?? null,
      }),
    ReadinessItemWaived: (event): readonly Change<ReadinessEvidenceRow>[] => correcting(event),
    ReadinessItemLapsed: (event): readonly Change<ReadinessEvidenceRow>[] => correcting(event),
  },
});
