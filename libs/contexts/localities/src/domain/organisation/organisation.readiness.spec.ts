import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type {
  LapseReadinessItem,
  MeetReadinessItem,
  WaiveReadinessItem,
} from '../readiness/readiness.commands.js';
import { organisation } from './organisation.decider.js';
import {
  clauseId,
  correcting,
  lapsed,
  met,
  personId,
  registered,
  waived,
} from '../testing/organisation.examples.js';
import { readinessOn } from '../readiness/readiness.state.js';

const { given } = specFor(organisation);

const meet = (part: Partial<MeetReadinessItem> = {}): MeetReadinessItem => ({
  type: 'MeetReadinessItem',
  clauseId,
  evidenceNote: ' Policy seen. ',
  until: null,
  effectiveOn: '2025-01-01',
  ...part,
});
const waive = (part: Partial<WaiveReadinessItem> = {}): WaiveReadinessItem => ({
  type: 'WaiveReadinessItem',
  clauseId,
  waivedBy: personId,
  reason: 'The policy is out for consultation.',
  expiresOn: '2025-06-30',
  effectiveOn: '2025-01-01',
  ...part,
});
const lapse = (part: Partial<LapseReadinessItem> = {}): LapseReadinessItem => ({
  type: 'LapseReadinessItem',
  clauseId,
  effectiveOn: '2025-03-01',
  ...part,
});

describe('meeting a readiness item', () => {
  it('records the evidence', () => {
    given(registered()).when(meet()).then(met());
  });
  it('refuses without evidence, and with an end before the beginning', () => {
    given(registered())
      .when(meet({ evidenceNote: ' ' }))
      .thenRejected('EvidenceMissing');
    given(registered())
      .when(meet({ until: '2024-12-31' }))
      .thenRejected('ReadinessEndsBeforeStart');
  });
  it('refuses a day before the organisation was there', () => {
    given(registered())
      .when(meet({ effectiveOn: '2001-01-01' }))
      .thenRejected('BeforeRegistration');
  });
  it('takes over from a waiver', () => {
    const { state } = given(registered(), waived(), met('2025-03-01', '2026-02-28'));
    expect(readinessOn(state, '2025-02-28')).toEqual([{ clauseId, status: 'waived', until: '2025-06-30' }]);
    expect(readinessOn(state, '2025-03-01')).toEqual([{ clauseId, status: 'met', until: '2026-02-28' }]);
  });
});

describe('waiving a readiness item', () => {
  it('is public, with its reason and its end', () => {
    given(registered()).when(waive()).then(waived());
  });
  it('refuses without a reason or an end', () => {
    given(registered())
      .when(waive({ reason: ' ' }))
      .thenRejected('ReasonMissing');
    given(registered())
      .when(waive({ expiresOn: null }))
      .thenRejected('WaiverWithoutExpiry');
  });
  it('refuses one that has expired before it begins', () => {
    given(registered())
      .when(waive({ expiresOn: '2024-12-31' }))
      .thenRejected('WaiverEndsBeforeStart');
  });
  it('lasts twelve months and not a day longer', () => {
    given(registered())
      .when(waive({ expiresOn: '2026-01-01' }))
      .then(waived('2025-01-01', '2026-01-01'));
    given(registered())
      .when(waive({ expiresOn: '2026-01-02' }))
      .thenRejected('WaiverTooLong', { latest: '2026-01-01' });
  });
  it('refuses what is met, until that lapses', () => {
    given(registered(), met()).when(waive()).thenRejected('ReadinessItemAlreadyMet');
    given(registered(), met('2024-01-01', '2024-12-31')).when(waive()).then(waived());
  });
  it('can be given anew', () => {
    given(registered(), waived())
      .when(waive({ effectiveOn: '2025-06-01', expiresOn: '2026-05-31' }))
      .then(waived('2025-06-01', '2026-05-31'));
  });
});

describe('what is in place', () => {
  it('is so up to and with its last day', () => {
    const { state } = given(registered(), waived());
    expect(readinessOn(state, '2024-12-31')).toEqual([]);
    expect(readinessOn(state, '2025-06-30')).toHaveLength(1);
    expect(readinessOn(state, '2025-07-01')).toEqual([]);
  });
  it('is so no longer once it has lapsed', () => {
    given(registered(), met()).when(lapse()).then(lapsed('2025-03-01'));
    const { state } = given(registered(), met(), lapsed('2025-03-01'));
    expect([readinessOn(state, '2025-02-28').length, readinessOn(state, '2025-03-01').length]).toEqual([
      1, 0,
    ]);
  });
  it('cannot lapse twice, or before it was', () => {
    given(registered(), met(), lapsed('2025-03-01')).when(lapse()).thenRejected('ReadinessItemNotInPlace');
    given(registered(), met())
      .when(lapse({ effectiveOn: '2024-12-31' }))
      .thenRejected('ReadinessItemNotInPlace');
  });
  it('is again what it was before a fact that was recorded in error', () => {
    const never = { ...lapsed('2025-03-01'), corrects: correcting(2) };
    given(registered(), waived(), met('2025-03-01'))
      .when(lapse({ corrects: correcting(2) }))
      .then(never);
    const { state } = given(registered(), waived(), met('2025-03-01'), never);
    expect(readinessOn(state, '2025-03-01')).toEqual([{ clauseId, status: 'waived', until: '2025-06-30' }]);
  });
  it('is corrected by another fact about the same item', () => {
    given(registered(), met())
      .when(meet({ until: '2025-12-31', corrects: correcting(1) }))
      .then({ ...met('2025-01-01', '2025-12-31'), corrects: correcting(1) });
    given(registered(), met())
      .when(waive({ corrects: correcting(1) }))
      .then({ ...waived(), corrects: correcting(1) });
    given(registered(), met())
      .when(meet({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});
