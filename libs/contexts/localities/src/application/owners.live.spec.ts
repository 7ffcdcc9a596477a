import { describe, expect, it } from '@jest/globals';
import { mayCommand, type Actor } from '@alongside/identity';
import { grantOf, personActor } from '@alongside/identity/testing';
import { DEPLOYMENT } from '../contracts.js';
import type { OrganisationState } from '../domain/index.js';
import { organisationAlone, ownerOfNew, ownerOfOrganisation, ownerOfScope } from './owners.js';

const trust = '11111111-1111-4111-8111-111111111111';
const sussex = '22222222-2222-4222-8222-222222222222';
const wessex = '33333333-3333-4333-8333-333333333333';
const event = '44444444-4444-4444-8444-444444444444';
const person = '55555555-5555-4555-8555-555555555555';

const inSussexThenWessex: OrganisationState = {
  registration: { eventId: event, organisationId: trust, sector: 'nhsTrust', on: '2020-01-01' },
  closure: null,
  names: [],
  identifiers: [],
  localities: [
    { eventId: event, localityId: sussex, from: '2020-01-01', until: '2025-01-01' },
    { eventId: event, localityId: wessex, from: '2025-01-01', until: null },
  ],
  readiness: {},
};

const lead = personActor(person, [grantOf('organisationLead', trust)]);
const leadOf = (locality: string): Actor => personActor(person, [grantOf('frameworkLead', locality)]);
const operator = personActor(person, [
  grantOf('operator', DEPLOYMENT, { scope: { kind: 'deployment', id: DEPLOYMENT } }),
]);

describe('who answers for an organisation', () => {
  const owner = ownerOfOrganisation('2026-03-02')(inSussexThenWessex)!;

  it('is its lead, whoever leads the framework where it is today, and an operator', () => {
    expect(mayCommand(lead, 'partners', owner)).toBe(true);
    expect(mayCommand(leadOf(wessex), 'partners', owner)).toBe(true);
    expect(mayCommand(operator, 'partners', owner)).toBe(true);
  });

  it('is no longer whoever leads the framework in a locality that it has left', () => {
    expect(mayCommand(leadOf(sussex), 'partners', owner)).toBe(false);
  });

  it('is the organisation alone for what it says that it has in place', () => {
    const alone = organisationAlone(inSussexThenWessex)!;
    expect(mayCommand(lead, 'partners', alone)).toBe(true);
    expect(mayCommand(leadOf(wessex), 'partners', alone)).toBe(false);
  });

  it('is nobody but an operator while it is new', () => {
    const asNew = ownerOfNew.organisation(event)();
    expect(mayCommand(operator, 'partners', asNew)).toBe(true);
    expect(mayCommand(lead, 'partners', asNew)).toBe(false);
    expect(mayCommand(leadOf(wessex), 'partners', asNew)).toBe(false);
  });
});

describe('who gives a role', () => {
  it('in an organisation is its lead or an operator, not whoever leads the framework around it', () => {
    const owner = ownerOfScope({ kind: 'organisation', id: trust });
    expect(mayCommand(lead, 'partners', owner)).toBe(true);
    expect(mayCommand(operator, 'partners', owner)).toBe(true);
    expect(mayCommand(leadOf(wessex), 'partners', owner)).toBe(false);
  });

  it('in a locality is whoever leads the framework in it', () => {
    const owner = ownerOfScope({ kind: 'locality', id: wessex });
    expect(mayCommand(leadOf(wessex), 'partners', owner)).toBe(true);
    expect(mayCommand(leadOf(sussex), 'partners', owner)).toBe(false);
    expect(mayCommand(lead, 'partners', owner)).toBe(false);
  });

  it('of an operator is an operator alone, and nobody gives a role over themselves', () => {
    const everywhere = ownerOfScope({ kind: 'deployment', id: DEPLOYMENT });
    const oneself = ownerOfScope({ kind: 'self', id: person });
    for (const actor of [lead, leadOf(wessex)])
      for (const owner of [everywhere, oneself]) expect(mayCommand(actor, 'partners', owner)).toBe(false);
    expect(mayCommand(operator, 'partners', everywhere)).toBe(true);
  });
});
