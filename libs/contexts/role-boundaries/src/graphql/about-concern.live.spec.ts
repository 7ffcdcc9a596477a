import { describe, expect, it } from '@jest/globals';
import { grantOf, personActor } from '@alongside/identity/testing';
import { uuid5, type Uuid } from '@alongside/kernel';
import { aboutConcern } from './about-concern.js';

const [worker, supervisor, lead, organisationId] = ['worker', 'supervisor', 'lead', 'trust'].map((name) =>
  uuid5(name),
) as [Uuid, Uuid, Uuid, Uuid];
const concern = { concernId: uuid5('concern'), personId: worker, raisedBy: supervisor, organisationId };
const reader = personActor(lead, [grantOf('organisationLead', organisationId)]);

describe('reading a concern', () => {
  it('is logged for the worker whom it is about where they may see it', () => {
    const shared = { ...concern, visibleTo: [supervisor, worker, lead] };
    expect(aboutConcern(reader, shared)).toMatchObject({
      what: 'concern',
      class: 'C3',
      person: worker,
      organisation: organisationId,
      grounds: {
        basis: 'disclosure',
        basisId: concern.concernId,
        role: 'organisationLead',
        onBehalfOf: organisationId,
      },
    });
  });

  it('tells the worker nothing of one that they may not see', () => {
    const kept = { ...concern, visibleTo: [supervisor, lead] };
    expect(aboutConcern(reader, kept)).toMatchObject({ what: 'concernRaised', person: supervisor });
    expect(aboutConcern(personActor(supervisor), kept)).toMatchObject({ grounds: { basis: 'self' } });
  });

  it('is one’s own reading where it is about oneself, and on nobody’s behalf', () => {
    const shared = { ...concern, visibleTo: [supervisor, worker] };
    expect(aboutConcern(personActor(worker, [grantOf('hr', organisationId)]), shared)).toMatchObject({
      person: worker,
      grounds: { basis: 'self', basisId: null, role: null, onBehalfOf: null },
    });
  });
});
