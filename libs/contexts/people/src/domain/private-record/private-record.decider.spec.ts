import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { specFor } from '@alongside/kernel/testing';
import type { ShareAdjustment } from './private-record.commands.js';
import { privateRecord, sharedWithOn } from './private-record.decider.js';
import type {
  AdjustmentEnded,
  AdjustmentRecorded,
  AdjustmentShared,
  AdjustmentUnshared,
  PrivateRecordEvent,
} from './private-record.events.js';

const { given } = specFor(privateRecord);
const [adjustmentId, personId, organisationId] = [uuid5('an adjustment'), uuid5('Ama'), uuid5('RX2')];

const recorded: AdjustmentRecorded = {
  type: 'AdjustmentRecorded',
  data: { adjustmentId, personId, whatToDo: 'Start at ten.', effectiveOn: '2025-01-01' },
};
const shared = (until: string | null = null, effectiveOn = '2025-02-01'): AdjustmentShared => ({
  type: 'AdjustmentShared',
  data: { adjustmentId, personId, organisationId, until, effectiveOn },
});
const unshared = (effectiveOn = '2025-03-01'): AdjustmentUnshared => ({
  type: 'AdjustmentUnshared',
  data: { adjustmentId, personId, organisationId, effectiveOn },
});
const ended = (effectiveOn = '2025-06-01'): AdjustmentEnded => ({
  type: 'AdjustmentEnded',
  data: { adjustmentId, personId, effectiveOn },
});
const record = (part = {}) => ({
  type: 'RecordAdjustment' as const,
  adjustmentId,
  personId,
  whatToDo: ' Start at ten. ',
  effectiveOn: '2025-01-01',
  ...part,
});
const share = (part: Partial<ShareAdjustment> = {}): ShareAdjustment => ({
  type: 'ShareAdjustment',
  adjustmentId,
  organisationId,
  until: null,
  effectiveOn: '2025-02-01',
  ...part,
});
const unshare = (effectiveOn = '2025-03-01') => ({
  type: 'UnshareAdjustment' as const,
  adjustmentId,
  organisationId,
  effectiveOn,
});
const end = (effectiveOn = '2025-06-01') => ({ type: 'EndAdjustment' as const, adjustmentId, effectiveOn });
const sharedOn = (days: readonly string[], ...history: readonly PrivateRecordEvent[]) =>
  days.map((day) => sharedWithOn(given(...history).state.adjustments[0]!, day).length);

describe('an adjustment', () => {
  it('says what is to be done and nothing else', () => {
    given().when(record()).then(recorded);
  });
  it('refuses to be empty, to be recorded twice, and to stand in the record of another', () => {
    given()
      .when(record({ whatToDo: ' ' }))
      .thenRejected('WhatToDoMissing');
    given(recorded).when(record()).thenRejected('AdjustmentAlreadyRecorded');
    given(recorded)
      .when(record({ personId: uuid5('Ben'), adjustmentId: uuid5('b') }))
      .thenRejected('RecordOfAnother');
  });
  it('is shared with nobody until the worker shares it', () => {
    expect(sharedOn(['2025-01-01', '2025-12-31'], recorded)).toEqual([0, 0]);
  });
});

describe('sharing an adjustment', () => {
  it('is with one organisation, up to and with a last day', () => {
    given(recorded)
      .when(share({ until: '2025-04-30' }))
      .then(shared('2025-04-30'));
    const days = ['2025-01-31', '2025-02-01', '2025-04-30', '2025-05-01'];
    expect(sharedOn(days, recorded, shared('2025-04-30'))).toEqual([0, 1, 1, 0]);
  });
  it('refuses an end before the beginning, and to share twice at a time', () => {
    given(recorded)
      .when(share({ until: '2025-01-31' }))
      .thenRejected('ShareEndsBeforeStart');
    given(recorded, shared())
      .when(share({ effectiveOn: '2025-04-01' }))
      .thenRejected('AlreadyShared');
    given(recorded, shared())
      .when(share({ effectiveOn: '2025-01-15', until: '2025-02-01' }))
      .thenRejected('AlreadyShared');
    given(recorded, shared())
      .when(share({ effectiveOn: '2025-01-15', until: '2025-01-31' }))
      .then(shared('2025-01-31', '2025-01-15'));
  });
  it('ends at once when the worker says so, and can begin again', () => {
    given(recorded, shared()).when(unshare()).then(unshared());
    expect(sharedOn(['2025-02-28', '2025-03-01'], recorded, shared(), unshared())).toEqual([1, 0]);
    given(recorded, shared(), unshared())
      .when(share({ effectiveOn: '2025-03-01' }))
      .then(shared(null, '2025-03-01'));
  });
  it('refuses to end what is not shared', () => {
    given(recorded).when(unshare()).thenRejected('NotShared');
    given(recorded, shared()).when(unshare('2025-01-31')).thenRejected('NotShared');
    given(recorded, shared('2025-02-28')).when(unshare()).thenRejected('NotShared');
  });
  it('refuses an adjustment that is not there, or not yet', () => {
    given().when(share()).thenRejected('AdjustmentUnknown');
    given(recorded)
      .when(share({ effectiveOn: '2024-12-31' }))
      .thenRejected('BeforeAdjustment', { from: '2025-01-01' });
  });
});

describe('ending an adjustment', () => {
  it('ends its sharing with everybody', () => {
    given(recorded, shared()).when(end()).then(ended());
    expect(sharedOn(['2025-05-31', '2025-06-01'], recorded, shared(), ended())).toEqual([1, 0]);
  });
  it('leaves nothing to be done with it from then on', () => {
    given(recorded, ended()).when(end()).thenRejected('AdjustmentEnded', { endedOn: '2025-06-01' });
    given(recorded, ended())
      .when(share({ effectiveOn: '2025-06-01' }))
      .thenRejected('AdjustmentEnded');
  });
  it('can be brought forward', () => {
    given(recorded, ended()).when(end('2025-04-01')).then(ended('2025-04-01'));
    given(recorded, ended(), ended('2025-04-01')).when(end('2025-05-01')).thenRejected('AdjustmentEnded');
  });
  it('ends also what was to be shared later', () => {
    expect(sharedOn(['2025-02-01'], recorded, shared(), ended('2025-01-15'))).toEqual([0]);
  });
  it('ends also what was shared shortly before', () => {
    given(recorded, ended()).when(share()).then(shared());
    expect(sharedOn(['2025-05-31', '2025-06-01'], recorded, ended(), shared())).toEqual([1, 0]);
  });
});
