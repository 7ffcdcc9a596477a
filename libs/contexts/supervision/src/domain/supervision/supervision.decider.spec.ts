import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type {
  CadenceAgreed,
  OfSupervision,
  SessionHeld,
  SessionMissed,
  SupervisionArranged,
  SupervisionEnded,
  SupervisionHandedOver,
} from '../../contracts.js';
import type { ArrangeSupervision, CorrectSession, RecordSession } from './supervision.commands.js';
import { supervision } from './supervision.decider.js';

const { given } = specFor(supervision);

const worker = '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0001';
const supervisor = '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0002';
const successor = '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003';
const of: Omit<OfSupervision, 'effectiveOn'> = {
  supervisionId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0004',
  engagementId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0005',
  personId: worker,
  kind: 'practice',
  organisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0006',
  localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0007',
};
const arrangement = {
  ...of,
  supervisorId: supervisor,
  supervisorHasLivedExperience: true,
  everyDays: 28,
  effectiveOn: '2025-06-01',
};
const arrange: ArrangeSupervision = { type: 'ArrangeSupervision', ...arrangement };
const arranged: SupervisionArranged = { type: 'SupervisionArranged', data: arrangement };
const handedOver = (effectiveOn: string): SupervisionHandedOver => ({
  type: 'SupervisionHandedOver',
  data: {
    ...of,
    effectiveOn,
    fromSupervisorId: supervisor,
    supervisorId: successor,
    supervisorHasLivedExperience: null,
  },
});
const record = (change: Partial<RecordSession> = {}): RecordSession => ({
  type: 'RecordSession',
  heldOn: '2025-06-20',
  supervisorId: null,
  byPeer: true,
  lengthMinutes: 60,
  agreedActions: 2,
  earlierActionsDone: 1,
  today: '2025-06-20',
  ...change,
});
const held = (change: Partial<SessionHeld['data']> = {}): SessionHeld => ({
  type: 'SessionHeld',
  data: {
    ...of,
    effectiveOn: '2025-06-20',
    supervisorId: supervisor,
    byPeer: true,
    lengthMinutes: 60,
    agreedActions: 2,
    earlierActionsDone: 1,
    ...change,
  },
});
const missed: SessionMissed = {
  type: 'SessionMissed',
  data: { ...of, effectiveOn: '2025-07-18', supervisorId: supervisor, reason: 'serviceDemand' },
};
const ended = (effectiveOn: string): SupervisionEnded => ({
  type: 'SupervisionEnded',
  data: { ...of, effectiveOn, reason: 'noLongerNeeded' },
});

describe('arranging supervision', () => {
  it('records who supervises whom in which kind, and how often', () => {
    given().when(arrange).then(arranged);
  });
  it('refuses that somebody supervises themselves', () => {
    given()
      .when({ ...arrange, supervisorId: worker })
      .thenRejected('SelfSupervision');
  });
  it.each([0, -7, 1.5, 367])('refuses sessions %p days apart', (everyDays) => {
    given()
      .when({ ...arrange, everyDays })
      .thenRejected('CadenceOutOfRange');
  });
  it('decides nothing when the same arrangement comes again', () => {
    given(arranged).when(arrange).thenNothing();
  });
  it('refuses a second arrangement of the kind', () => {
    given(arranged)
      .when({ ...arrange, supervisorId: successor })
      .thenRejected('AlreadyArranged', { from: '2025-06-01' });
  });
  it('may be taken up anew on the day on which it ended', () => {
    given(arranged, ended('2025-08-01'))
      .when({ ...arrange, effectiveOn: '2025-08-01' })
      .then({ type: 'SupervisionArranged', data: { ...arrangement, effectiveOn: '2025-08-01' } });
  });
  it('may not be taken up anew before it ended', () => {
    given(arranged, ended('2025-08-01'))
      .when({ ...arrange, effectiveOn: '2025-07-31' })
      .thenRejected('ArrangedBeforeEnd', { endedOn: '2025-08-01' });
  });
});

describe('agreeing a cadence', () => {
  const agreed = (everyDays: number, effectiveOn: string): CadenceAgreed => ({
    type: 'CadenceAgreed',
    data: { ...of, effectiveOn, everyDays },
  });
  it('records it from a day', () => {
    given(arranged)
      .when({ type: 'AgreeCadence', everyDays: 14, effectiveOn: '2025-07-01' })
      .then(agreed(14, '2025-07-01'));
  });
  it('decides nothing when it is the same on that day', () => {
    given(arranged, agreed(14, '2025-09-01'))
      .when({ type: 'AgreeCadence', everyDays: 28, effectiveOn: '2025-08-01' })
      .thenNothing();
  });
  it('refuses a day on which nothing is arranged', () => {
    given(arranged)
      .when({ type: 'AgreeCadence', everyDays: 14, effectiveOn: '2025-05-31' })
      .thenRejected('NotArranged');
    given(arranged, ended('2025-08-01'))
      .when({ type: 'AgreeCadence', everyDays: 14, effectiveOn: '2025-08-01' })
      .thenRejected('NotArranged');
  });
  it('refuses what was never arranged', () => {
    given()
      .when({ type: 'AgreeCadence', everyDays: 14, effectiveOn: '2025-08-01' })
      .thenRejected('NotArranged');
  });
  it('refuses days out of range', () => {
    given(arranged)
      .when({ type: 'AgreeCadence', everyDays: 0, effectiveOn: '2025-08-01' })
      .thenRejected('CadenceOutOfRange');
  });
});

describe('handing supervision over', () => {
  const handOver = {
    type: 'HandOverSupervision',
    supervisorId: successor,
    supervisorHasLivedExperience: null,
    effectiveOn: '2025-07-01',
  } as const;

  it('records from whom to whom', () => {
    given(arranged).when(handOver).then(handedOver('2025-07-01'));
  });
  it('refuses that somebody supervises themselves', () => {
    given(arranged)
      .when({ ...handOver, supervisorId: worker })
      .thenRejected('SelfSupervision');
  });
  it('decides nothing when that person supervises already', () => {
    given(arranged, handedOver('2025-06-15')).when(handOver).thenNothing();
  });
  it('refuses a day on which nothing is arranged', () => {
    given(arranged)
      .when({ ...handOver, effectiveOn: '2025-05-31' })
      .thenRejected('NotArranged');
  });
  it('is void where it was planned for after the end, even if supervision was taken up anew', () => {
    given(arranged, handedOver('2025-09-01'), ended('2025-08-01'), {
      type: 'SupervisionArranged',
      data: { ...arrangement, effectiveOn: '2025-08-15' },
    })
      .when(record({ heldOn: '2025-09-10', today: '2025-09-10' }))
      .then(held({ effectiveOn: '2025-09-10', supervisorId: supervisor }));
  });
});

describe('recording a session', () => {
  it('records that it happened, by whoever supervised on that day, and nothing that was said', () => {
    given(arranged).when(record()).then(held());
    given(arranged, handedOver('2025-06-20'))
      .when(record())
      .then(held({ supervisorId: successor }));
    given(arranged, handedOver('2025-06-21')).when(record()).then(held());
  });
  it('takes another person who held it', () => {
    given(arranged)
      .when(record({ supervisorId: successor, byPeer: null }))
      .then(held({ supervisorId: successor, byPeer: null }));
  });
  it('refuses that the worker held it', () => {
    given(arranged)
      .when(record({ supervisorId: worker }))
      .thenRejected('SelfSupervision');
  });
  it('refuses a session to come', () => {
    given(arranged)
      .when(record({ today: '2025-06-19' }))
      .thenRejected('SessionInFuture', { today: '2025-06-19' });
  });
  it('refuses a day before supervision was arranged', () => {
    given(arranged)
      .when(record({ heldOn: '2025-05-31' }))
      .thenRejected('NotArranged');
  });
  it('learns of a session after supervision ended, if it was before the end', () => {
    given(arranged, ended('2025-08-01')).when(record()).then(held());
    given(arranged, ended('2025-08-01'))
      .when(record({ heldOn: '2025-08-01', today: '2025-08-01' }))
      .thenRejected('NotArranged');
  });
  it('refuses a second record of one day', () => {
    given(arranged, held()).when(record()).thenRejected('SessionOnThisDay');
    given(arranged, missed)
      .when(record({ heldOn: '2025-07-18', today: '2025-07-18' }))
      .thenRejected('SessionOnThisDay');
  });
  it.each([0, 481, 30.5])('refuses a length of %p minutes', (lengthMinutes) => {
    given(arranged).when(record({ lengthMinutes })).thenRejected('LengthOutOfRange');
  });
  it.each([-1, 101, 0.5])('refuses %p actions', (actions) => {
    given(arranged)
      .when(record({ agreedActions: actions }))
      .thenRejected('ActionsOutOfRange');
    given(arranged)
      .when(record({ earlierActionsDone: actions }))
      .thenRejected('ActionsOutOfRange');
  });
});

describe('recording that a session was missed or cut short', () => {
  it('records that it was missed and why', () => {
    given(arranged)
      .when({
        type: 'RecordMissedSession',
        plannedOn: '2025-07-18',
        reason: 'serviceDemand',
        today: '2025-07-18',
      })
      .then(missed);
  });
  it('refuses to know today that a session to come was missed', () => {
    given(arranged)
      .when({
        type: 'RecordMissedSession',
        plannedOn: '2025-07-18',
        reason: 'serviceDemand',
        today: '2025-07-17',
      })
      .thenRejected('SessionInFuture');
  });
  it('records how long it was before it was broken off', () => {
    given(arranged)
      .when({
        type: 'RecordCutShortSession',
        heldOn: '2025-07-18',
        lengthMinutes: 10,
        reason: 'serviceDemand',
        today: '2025-07-19',
      })
      .then({
        type: 'SessionCutShort',
        data: {
          ...of,
          effectiveOn: '2025-07-18',
          supervisorId: supervisor,
          lengthMinutes: 10,
          reason: 'serviceDemand',
        },
      });
  });
  it('refuses a length that is none', () => {
    given(arranged)
      .when({
        type: 'RecordCutShortSession',
        heldOn: '2025-07-18',
        lengthMinutes: 0,
        reason: 'serviceDemand',
        today: '2025-07-19',
      })
      .thenRejected('LengthOutOfRange');
  });
});

describe('correcting what was recorded of a session', () => {
  const correct = (change: Partial<CorrectSession> = {}): CorrectSession => ({
    ...record(),
    type: 'CorrectSession',
    eventId: factId(1),
    reason: 'wrongDate',
    heldOn: '2025-06-21',
    today: '2025-06-30',
    ...change,
  });

  it('names the record that it stands in for', () => {
    given(arranged, held())
      .when(correct())
      .then({
        ...held({ effectiveOn: '2025-06-21' }),
        corrects: { eventId: factId(1), reason: 'wrongDate' },
      });
  });
  it('may keep the day', () => {
    given(arranged, held())
      .when(correct({ heldOn: '2025-06-20', lengthMinutes: 45 }))
      .then({ ...held({ lengthMinutes: 45 }), corrects: { eventId: factId(1), reason: 'wrongDate' } });
  });
  it('may say that a session recorded as missed was held', () => {
    given(arranged, missed)
      .when(correct({ heldOn: '2025-07-18', today: '2025-07-30', reason: 'contested' }))
      .then({
        ...held({ effectiveOn: '2025-07-18' }),
        corrects: { eventId: factId(1), reason: 'contested' },
      });
  });
  it('refuses the day of another session', () => {
    given(arranged, held(), missed)
      .when(correct({ heldOn: '2025-07-18', today: '2025-07-30' }))
      .thenRejected('SessionOnThisDay');
  });
  it('refuses what is no session, and what was corrected before', () => {
    given(arranged, held())
      .when(correct({ eventId: factId(0) }))
      .thenRejected('SessionNotFound');
    given(arranged, held(), {
      ...held({ effectiveOn: '2025-06-22' }),
      corrects: { eventId: factId(1), reason: 'wrongDate' },
    })
      .when(correct())
      .thenRejected('SessionNotFound');
  });
  it('holds to the rules of recording', () => {
    given(arranged, held())
      .when(correct({ today: '2025-06-20' }))
      .thenRejected('SessionInFuture');
    given(arranged, held())
      .when(correct({ lengthMinutes: 0 }))
      .thenRejected('LengthOutOfRange');
  });
  it('takes back what never was, so that the day is free again', () => {
    const takenBack = {
      type: 'SessionTakenBack',
      data: { ...of, effectiveOn: '2025-06-20' },
      corrects: { eventId: factId(1), reason: 'enteredInError' },
    } as const;
    given(arranged, held())
      .when({ type: 'TakeBackSession', eventId: factId(1), reason: 'enteredInError' })
      .then(takenBack);
    given(arranged, held(), takenBack).when(record()).then(held());
    given(arranged, held(), takenBack)
      .when({ type: 'TakeBackSession', eventId: factId(1), reason: 'enteredInError' })
      .thenRejected('SessionNotFound');
  });
});

describe('ending supervision', () => {
  it('records from when and why', () => {
    given(arranged)
      .when({ type: 'EndSupervision', reason: 'noLongerNeeded', effectiveOn: '2025-08-01' })
      .then(ended('2025-08-01'));
  });
  it('decides nothing when it has ended', () => {
    given(arranged, ended('2025-08-01'))
      .when({ type: 'EndSupervision', reason: 'noLongerNeeded', effectiveOn: '2025-09-01' })
      .thenNothing();
  });
  it('refuses a day on or before a recorded session', () => {
    given(arranged, held())
      .when({ type: 'EndSupervision', reason: 'noLongerNeeded', effectiveOn: '2025-06-20' })
      .thenRejected('SessionsStand', { last: '2025-06-20' });
  });
  it('refuses a day before it was arranged', () => {
    given(arranged)
      .when({ type: 'EndSupervision', reason: 'noLongerNeeded', effectiveOn: '2025-05-01' })
      .thenRejected('NotArranged', { from: '2025-06-01' });
  });
  it('ends on its first day where the engagement ended before', () => {
    given(arranged)
      .when({ type: 'EndSupervision', reason: 'engagementEnded', effectiveOn: '2025-05-01' })
      .then({
        type: 'SupervisionEnded',
        data: { ...of, effectiveOn: '2025-06-01', reason: 'engagementEnded' },
      });
  });
});
