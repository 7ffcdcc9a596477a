import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type { OfSupervision, SupervisionEvent } from '../../contracts.js';
import { supervision } from './supervision.decider.js';
import { dueOn, isOverdue, lastHeldOn } from './supervision.due.js';

const { given } = specFor(supervision);

const of: Omit<OfSupervision, 'effectiveOn'> = {
  supervisionId: 'supervision',
  engagementId: 'engagement',
  personId: 'worker',
  kind: 'line',
  organisationId: 'organisation',
  localityId: 'locality',
};
const arranged = (effectiveOn = '2025-06-01'): SupervisionEvent => ({
  type: 'SupervisionArranged',
  data: { ...of, effectiveOn, supervisorId: 'one', supervisorHasLivedExperience: null, everyDays: 28 },
});
const held = (effectiveOn: string): SupervisionEvent => ({
  type: 'SessionHeld',
  data: {
    ...of,
    effectiveOn,
    supervisorId: 'one',
    byPeer: null,
    lengthMinutes: 60,
    agreedActions: 0,
    earlierActionsDone: 0,
  },
});
const missed = (effectiveOn: string): SupervisionEvent => ({
  type: 'SessionMissed',
  data: { ...of, effectiveOn, supervisorId: 'one', reason: 'other' },
});

describe('when the next session is due', () => {
  it('is the cadence after the beginning where none was held', () => {
    expect(dueOn(given(arranged()).state, '2025-06-10')).toBe('2025-06-29');
  });
  it('is the cadence after the last session held', () => {
    const { state } = given(arranged(), held('2025-06-20'));
    expect(dueOn(state, '2025-06-20')).toBe('2025-07-18');
  });
  it('does not count sessions missed', () => {
    const { state } = given(arranged(), held('2025-06-20'), missed('2025-07-18'));
    expect(dueOn(state, '2025-07-19')).toBe('2025-07-18');
    expect(lastHeldOn(state, '2025-07-19')).toBe('2025-06-20');
  });
  it('looks at no session after the day it is asked about', () => {
    const { state } = given(arranged(), held('2025-06-20'), held('2025-07-15'));
    expect(dueOn(state, '2025-07-01')).toBe('2025-07-18');
  });
  it('keeps to the cadence of that day', () => {
    const { state } = given(arranged(), {
      type: 'CadenceAgreed',
      data: { ...of, effectiveOn: '2025-06-15', everyDays: 14 },
    });
    expect([dueOn(state, '2025-06-14'), dueOn(state, '2025-06-15')]).toEqual(['2025-06-29', '2025-06-15']);
  });
  it('is never where none is arranged', () => {
    const { state } = given(arranged(), {
      type: 'SupervisionEnded',
      data: { ...of, effectiveOn: '2025-08-01', reason: 'replaced' },
    });
    expect(dueOn(given().state, '2025-06-10')).toBeNull();
    expect(dueOn(state, '2025-05-31')).toBeNull();
    expect(dueOn(state, '2025-08-01')).toBeNull();
    expect(isOverdue(state, '2025-08-01')).toBe(false);
  });
  it('counts from the new beginning when supervision was taken up anew', () => {
    const { state } = given(
      arranged(),
      held('2025-06-20'),
      { type: 'SupervisionEnded', data: { ...of, effectiveOn: '2025-07-01', reason: 'replaced' } },
      arranged('2025-09-01'),
    );
    expect(dueOn(state, '2025-09-01')).toBe('2025-09-29');
  });
  it('is overdue on the day after, not on the day itself', () => {
    const { state } = given(arranged());
    expect([isOverdue(state, '2025-06-29'), isOverdue(state, '2025-06-30')]).toEqual([false, true]);
  });
});
