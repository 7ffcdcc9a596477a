import { describe, expect, it } from '@jest/globals';
import { DEPLOYMENT } from '../contracts.js';
import { requiredPlace, scopeAskedFor } from './scope-asked-for.js';

const personId = '11111111-1111-4111-8111-111111111111';
const organisationId = '22222222-2222-4222-8222-222222222222';
const localityId = '33333333-3333-4333-8333-333333333333';

describe('the scope that a role is asked for in', () => {
  it('is the organisation or the locality that is named', () => {
    expect(scopeAskedFor({ personId, role: 'hr', organisationId, localityId: null })).toEqual({
      kind: 'organisation',
      id: organisationId,
    });
    expect(scopeAskedFor({ personId, role: 'frameworkLead', localityId })).toEqual({
      kind: 'locality',
      id: localityId,
    });
  });

  it('is oneself or the whole installation where the role is held in no place', () => {
    expect(scopeAskedFor({ personId, role: 'peerWorker' })).toEqual({ kind: 'self', id: personId });
    expect(scopeAskedFor({ personId, role: 'operator' })).toEqual({ kind: 'deployment', id: DEPLOYMENT });
  });

  it('is never guessed', () => {
    expect(() => scopeAskedFor({ personId, role: 'hr' })).toThrow('Name the organisation or the locality');
    expect(() => scopeAskedFor({ personId, role: 'auditor', organisationId, localityId })).toThrow(
      'not both',
    );
    expect(() => requiredPlace({})).toThrow('Name an organisation or a locality.');
  });
});
