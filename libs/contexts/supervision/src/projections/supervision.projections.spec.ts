import { describe, expect, it } from '@jest/globals';
import { uuid5, type CorrectionReason, type Uuid } from '@alongside/kernel';
import { foldSpec, givenId, rowsAfter, type GivenEvent } from '@alongside/projections/testing';
import { arrangementProjection, type ArrangementRow } from './arrangement/arrangement.projection.js';
import { sessionProjection, type SessionRow } from './session/session.projection.js';

const of = {
  supervisionId: uuid5('supervision'),
  engagementId: uuid5('engagement'),
  personId: uuid5('worker'),
  kind: 'practice',
  organisationId: uuid5('organisation'),
  localityId: uuid5('locality'),
};
const sealed = { sealed: 1, class: 'C3', key: 'k', iv: 'i', box: 'b', of: 'there' } as const;
const correcting = (eventId: Uuid, reason: CorrectionReason = 'wrongDate') => ({
  corrects: { eventId, reason },
});
const arranged = (effectiveOn = '2025-06-01'): GivenEvent => ({
  type: 'SupervisionArranged',
  data: {
    ...of,
    effectiveOn,
    supervisorId: uuid5('one'),
    supervisorHasLivedExperience: sealed,
    everyDays: 28,
  },
});
const held = (effectiveOn: string): GivenEvent => ({
  type: 'SessionHeld',
  data: {
    ...of,
    effectiveOn,
    supervisorId: uuid5('one'),
    byPeer: sealed,
    lengthMinutes: 60,
    agreedActions: 2,
    earlierActionsDone: 1,
  },
});
const takenBack = (effectiveOn: string, eventId: Uuid): GivenEvent => ({
  type: 'SessionTakenBack',
  data: { ...of, effectiveOn },
  ...correcting(eventId, 'enteredInError'),
  recordedAt: '2025-08-01T09:00:00.000Z',
});
const handedOver = (to: string, effectiveOn: string): GivenEvent => ({
  type: 'SupervisionHandedOver',
  data: {
    ...of,
    effectiveOn,
    fromSupervisorId: uuid5('one'),
    supervisorId: uuid5(to),
    supervisorHasLivedExperience: null,
  },
});
const ended: GivenEvent = {
  type: 'SupervisionEnded',
  data: { ...of, effectiveOn: '2025-09-01', reason: 'replaced' },
};

const rowAfter = (...events: GivenEvent[]): ArrangementRow | undefined =>
  rowsAfter<ArrangementRow>(arrangementProjection, [arranged(), ...events])[0];

describe('who supervises whom', () => {
  it('shows an arrangement, with the supervisor’s lived experience still sealed', () => {
    foldSpec<ArrangementRow>(arrangementProjection)
      .given(arranged())
      .then({
        supervision_id: of.supervisionId,
        engagement_id: of.engagementId,
        person_id: of.personId,
        supervisor_id: uuid5('one'),
        supervisor_from: '2025-06-01',
        supervisor_lived_experience: sealed,
        kind: 'practice',
        every_days: 28,
        cadence_from: '2025-06-01',
        arranged_on: '2025-06-01',
        ended_on: null,
        end_reason: null,
        last_held_on: null,
        held: [],
        organisation_id: of.organisationId,
        locality_id: of.localityId,
      });
  });
  it('shows the last session held, whatever the order of recording', () => {
    expect(rowAfter(held('2025-07-18'), held('2025-06-20'))?.last_held_on).toBe('2025-07-18');
  });
  it('falls back to the session before when the last is corrected or taken back', () => {
    expect(
      rowAfter(held('2025-06-20'), held('2025-07-18'), { ...held('2025-06-27'), ...correcting(givenId(2)) })
        ?.last_held_on,
    ).toBe('2025-06-27');
    expect(
      rowAfter(held('2025-06-20'), held('2025-07-18'), takenBack('2025-07-18', givenId(2)))?.last_held_on,
    ).toBe('2025-06-20');
    expect(rowAfter(held('2025-06-20'), takenBack('2025-06-20', givenId(1)))?.last_held_on).toBeNull();
  });
  it('counts a session recorded as missed once it is corrected to held', () => {
    expect(
      rowAfter(
        {
          type: 'SessionMissed',
          data: { ...of, effectiveOn: '2025-07-18', supervisorId: uuid5('one'), reason: 'other' },
        },
        { ...held('2025-07-18'), ...correcting(givenId(1), 'contested') },
      )?.last_held_on,
    ).toBe('2025-07-18');
  });
  it('keeps the latest supervisor and the latest cadence', () => {
    const cadence = (everyDays: number, effectiveOn: string): GivenEvent => ({
      type: 'CadenceAgreed',
      data: { ...of, effectiveOn, everyDays },
    });
    expect(
      rowAfter(
        handedOver('two', '2025-08-01'),
        handedOver('three', '2025-07-01'),
        cadence(14, '2025-08-01'),
        cadence(21, '2025-07-01'),
      ),
    ).toMatchObject({
      supervisor_id: uuid5('two'),
      supervisor_lived_experience: null,
      every_days: 14,
      cadence_from: '2025-08-01',
    });
  });
  it('shows an end, and a new beginning that keeps the sessions', () => {
    expect(rowAfter(ended)).toMatchObject({ ended_on: '2025-09-01', end_reason: 'replaced' });
    expect(rowAfter(held('2025-06-20'), ended, arranged('2025-10-01'))).toMatchObject({
      arranged_on: '2025-10-01',
      ended_on: null,
      last_held_on: '2025-06-20',
    });
  });
});

describe('the sessions', () => {
  it('say what took place and never what was said', () => {
    foldSpec<SessionRow>(sessionProjection)
      .given(held('2025-06-20'))
      .then({
        event_id: givenId(0),
        effective_on: '2025-06-20',
        recorded_at: '2025-06-20T09:00:00.000Z',
        corrected_at: null,
        position: '00000000000000000001',
        supervision_id: of.supervisionId,
        engagement_id: of.engagementId,
        person_id: of.personId,
        kind: 'practice',
        organisation_id: of.organisationId,
        locality_id: of.localityId,
        outcome: 'held',
        supervisor_id: uuid5('one'),
        length_minutes: 60,
        agreed_actions: 2,
        earlier_actions_done: 1,
        by_peer: sealed,
        reason: null,
      });
  });
  it('keep what was believed until it was taken back', () => {
    const rows = rowsAfter<SessionRow>(sessionProjection, [
      held('2025-06-20'),
      takenBack('2025-06-20', givenId(0)),
    ]);
    expect(rows.find(({ outcome }) => outcome === 'held')?.corrected_at).toBe('2025-08-01T09:00:00.000Z');
    expect(rows.find(({ outcome }) => outcome === 'takenBack')?.corrected_at).toBeNull();
  });
  it('say why one was missed, and how long one lasted that was cut short', () => {
    const rows = rowsAfter<SessionRow>(sessionProjection, [
      {
        type: 'SessionMissed',
        data: { ...of, effectiveOn: '2025-07-01', supervisorId: uuid5('one'), reason: 'serviceDemand' },
      },
      {
        type: 'SessionCutShort',
        data: {
          ...of,
          effectiveOn: '2025-07-08',
          supervisorId: uuid5('one'),
          lengthMinutes: 10,
          reason: 'other',
        },
      },
    ]);
    expect(rows).toContainEqual(expect.objectContaining({ outcome: 'missed', reason: 'serviceDemand' }));
    expect(rows).toContainEqual(expect.objectContaining({ outcome: 'cutShort', length_minutes: 10 }));
  });
});
