import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import type { SupervisionState } from '../../domain/index.js';
import { ownerOfSupervision } from './owner-of-supervision.js';

const [worker, supervisor, other] = ['worker', 'supervisor', 'other'].map((name) => uuid5(name)) as [
  string,
  string,
  string,
];
const organisationId = uuid5('trust');
const localityId = uuid5('Sussex');
const arranged: SupervisionState = {
  status: 'Arranged',
  of: {
    supervisionId: uuid5('supervision'),
    engagementId: uuid5('engagement'),
    personId: worker,
    kind: 'line',
    organisationId,
    localityId,
  },
  periods: [{ from: '2026-01-01', until: null, arrangedAt: '2026-01-01T09:00:00.000Z' }],
  supervisors: [{ from: '2026-01-01', value: supervisor }],
  cadence: [{ from: '2026-01-01', value: 28 }],
  sessions: [],
};
const organisation = { organisations: [organisationId], localities: [localityId] };

describe('who may act on a supervision', () => {
  it('is the employing organisation, and who supervises in it through the person', () => {
    expect(ownerOfSupervision(arranged, supervisor, 'RecordSession')).toEqual({
      ...organisation,
      person: worker,
    });
  });

  it('is the organisation alone for somebody who supervises the person elsewhere', () => {
    expect(ownerOfSupervision(arranged, other, 'RecordSession')).toEqual(organisation);
  });

  it('is nobody for sessions of their own supervision', () => {
    for (const command of [
      'RecordSession',
      'RecordMissedSession',
      'CorrectSession',
      'TakeBackSession',
    ] as const)
      expect(ownerOfSupervision(arranged, worker, command)).toBeUndefined();
    expect(ownerOfSupervision(arranged, worker, 'AgreeCadence')).toEqual(organisation);
  });

  it('is nobody where none was ever arranged', () => {
    expect(ownerOfSupervision({ status: 'None' }, supervisor, 'AgreeCadence')).toBeUndefined();
  });
});
