import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
import { clauseId, lapsed, met, organisationId, waived } from '../../domain/testing/organisation.examples.js';
import { readinessEvidence, type ReadinessEvidenceRow } from './readiness-evidence.projection.js';

const spec = foldSpec<ReadinessEvidenceRow>(readinessEvidence);
const corrects = { eventId: givenId(0), reason: 'enteredInError' as const };
const rows = (...events: readonly GivenEvent[]) => spec.given(...events).rows();

describe('the evidence of readiness', () => {
  it('is kept for each item that is met, by whose it is', () => {
    const ofTeam = { ...met(), data: { ...met().data, teamId: uuid5('a team') } };
    expect(rows(met())).toMatchObject([
      { organisation_id: organisationId, team_id: null, clause_id: clauseId, evidence_note: 'Policy seen.' },
    ]);
    expect(rows(ofTeam)).toMatchObject([{ organisation_id: organisationId, team_id: uuid5('a team') }]);
  });
  it('is none of a waiver or a lapse', () => {
    expect(rows(waived(), lapsed('2025-03-01'))).toEqual([]);
  });
  it('is marked when what it shows is corrected, however that is', () => {
    for (const event of [met('2025-02-01'), waived('2025-02-01'), lapsed('2025-02-01')])
      expect(rows(met(), { ...event, corrects })).toContainEqual(
        expect.objectContaining({ event_id: givenId(0), corrected_at: '2025-02-01T09:00:00.000Z' }),
      );
  });
  it('is no text once its key was destroyed', () => {
    const erased = { erased: true, at: '2026-01-01T00:00:00.000Z' };
    const forgotten = { ...met(), data: { ...met().data, evidenceNote: erased } } as GivenEvent;
    expect(rows(forgotten)).toMatchObject([{ evidence_note: null }]);
  });
});
