import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { ownerOfBoundary } from './owner-of-boundary.js';

const worker = uuid5('worker');
const somebody = uuid5('somebody');
const of = {
  boundaryId: uuid5('boundary'),
  engagementId: uuid5('engagement'),
  personId: worker,
  organisationId: uuid5('trust'),
  localityId: uuid5('Sussex'),
};
const organisation = { organisations: [of.organisationId], localities: [of.localityId] };

describe('who may act on a boundary', () => {
  it('is the worker, but not where it is for the organisation', () => {
    for (const command of ['SignBoundary', 'QueryTask', 'DeclineTask', 'OptIn'] as const)
      expect(ownerOfBoundary({ of, supervised: false }, worker, command)).toEqual({
        ...organisation,
        person: worker,
      });
    for (const command of ['AnswerQuery', 'HoldReview'] as const)
      expect(ownerOfBoundary({ of, supervised: false }, worker, command)).toBeUndefined();
  });

  it('is whoever supervises in the engagement', () => {
    expect(ownerOfBoundary({ of, supervised: true }, somebody, 'AnswerQuery')).toEqual({
      ...organisation,
      person: worker,
    });
  });

  it('is the organisation alone for somebody who supervises the worker elsewhere', () => {
    expect(ownerOfBoundary({ of, supervised: false }, somebody, 'AnswerQuery')).toEqual(organisation);
  });
});
