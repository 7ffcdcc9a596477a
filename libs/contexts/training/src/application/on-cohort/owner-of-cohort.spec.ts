import { describe, expect, it } from '@jest/globals';
import type { CohortState } from '../../domain/index.js';
import { cohortId, ofCourse, personId, provider, receiver } from '../../domain/testing/examples.js';
import { ownerOfCohort } from './owner-of-cohort.js';

const effectiveOn = '2025-02-01';
const booking = { personId, bookedBy: receiver };
const planned = (changes: Partial<CohortState> = {}): CohortState => ({
  status: 'Planned',
  ref: { ...ofCourse, cohortId, organisationId: provider },
  seats: 2,
  endsOn: '2025-04-30',
  lastOn: '2025-01-10',
  reserved: [],
  waiting: [],
  ...changes,
});

describe('who may act on a cohort', () => {
  it('is nobody where there is none', () => {
    expect(ownerOfCohort({ type: 'CancelCohort', effectiveOn })({ status: 'None' })).toBeUndefined();
  });
  it('is the organisation that runs it, for what concerns all of it', () => {
    expect(ownerOfCohort({ type: 'CancelCohort', effectiveOn })(planned())).toEqual({
      organisations: [provider],
    });
  });
  it('is also the organisation that books, and never the person, for a seat', () => {
    expect(ownerOfCohort({ type: 'ReserveSeat', ...booking, effectiveOn })(planned())).toEqual({
      organisations: [provider, receiver],
    });
  });
  it.each(['reserved', 'waiting'] as const)('is also who booked and the person, once %s', (status) => {
    const release = { type: 'ReleaseSeat', personId, effectiveOn } as const;
    expect(ownerOfCohort(release)(planned({ [status]: [booking] }))).toEqual({
      organisations: [provider, receiver],
      person: personId,
    });
  });
});
