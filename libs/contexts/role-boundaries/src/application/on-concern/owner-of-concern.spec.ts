import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import type { ConcernState } from '../../domain/index.js';
import { ownerOfConcern } from './owner-of-concern.js';

const of = {
  concernId: uuid5('concern'),
  engagementId: uuid5('engagement'),
  personId: uuid5('worker'),
  organisationId: uuid5('trust'),
  localityId: uuid5('Sussex'),
};
const raised: ConcernState = {
  status: 'Raised',
  of,
  raisedOn: '2026-01-01',
  raisedBy: uuid5('raiser'),
  visibleTo: [uuid5('confidant')],
};

describe('who may act on a concern', () => {
  it('is whoever may see it', () => {
    for (const name of ['raiser', 'confidant'])
      expect(ownerOfConcern(raised, uuid5(name))).toEqual({
        organisations: [of.organisationId],
        localities: [of.localityId],
        person: uuid5(name),
      });
  });

  it('is nobody else: not the worker it is about, and nobody where none was raised', () => {
    expect(ownerOfConcern(raised, of.personId)).toBeUndefined();
    expect(ownerOfConcern({ status: 'None' }, uuid5('raiser'))).toBeUndefined();
  });
});
