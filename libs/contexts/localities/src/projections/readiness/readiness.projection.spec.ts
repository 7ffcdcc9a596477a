import { describe, expect, it } from '@jest/globals';
import { toPosition } from '@alongside/event-store';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  clauseId,
  lapsed,
  met,
  organisationId,
  personId,
  waived,
} from '../../domain/testing/organisation.examples.js';
import { readiness, type ReadinessRow } from './readiness.projection.js';

const spec = foldSpec<ReadinessRow>(readiness);
const row: ReadinessRow = {
  event_id: givenId(0),
  effective_on: '2025-01-01',
  recorded_at: '2025-01-01T09:00:00.000Z',
  corrected_at: null,
  position: toPosition(1),
  organisation_id: organisationId,
  team_id: null,
  clause_id: clauseId,
  status: 'met',
  until: null,
  waived_by: null,
  reason: null,
};
const corrects = { eventId: givenId(0), reason: 'enteredInError' as const };

describe('what an organisation has in place', () => {
  it('is shown without the evidence', () => {
    spec.given(met('2025-01-01', '2025-12-31')).then({ ...row, until: '2025-12-31' });
  });
  it('is shown as the team’s where it is a team’s', () => {
    const ofTeam = { ...met(), data: { ...met().data, teamId: uuid5('a team') } };
    spec.given(ofTeam).then({ ...row, team_id: uuid5('a team') });
  });
  it('is shown as waived with who waived it, why, and until when', () => {
    spec.given(waived()).then({
      ...row,
      status: 'waived',
      until: '2025-06-30',
      waived_by: personId,
      reason: 'The policy is out for consultation.',
    });
  });
  it('keeps every fact, so that the past can be asked about', () => {
    const statuses = spec.given(met(), lapsed('2025-03-01')).rows();
    expect(statuses.map(({ effective_on, status }) => [effective_on, status]).toSorted()).toEqual([
      ['2025-01-01', 'met'],
      ['2025-03-01', 'lapsed'],
    ]);
  });
  it('marks what was corrected', () => {
    const again = { ...met('2025-02-01'), corrects };
    const marks = spec.given(met(), again).rows();
    expect(marks.map(({ effective_on, corrected_at }) => [effective_on, corrected_at]).toSorted()).toEqual([
      ['2025-01-01', '2025-02-01T09:00:00.000Z'],
      ['2025-02-01', null],
    ]);
  });
  it('adds no lapse of what never was', () => {
    spec
      .given(met(), { ...lapsed('2025-03-01'), corrects })
      .then({ ...row, corrected_at: '2025-03-01T09:00:00.000Z' });
  });
});
