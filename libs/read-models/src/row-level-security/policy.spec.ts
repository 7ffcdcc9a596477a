import { describe, expect, it } from '@jest/globals';
import type { AnyProjection } from '@alongside/projections';
import { readPolicy } from './policy.js';

const table: AnyProjection = {
  name: 'notes',
  version: 1,
  table: 'toy.note',
  columns: { note_id: 'uuid', organisation_id: 'uuid', kind: 'text' },
  key: ['note_id'],
  access: { class: 'C2' },
  on: {},
};
const withAccess = (access: Partial<AnyProjection['access']>): AnyProjection => ({
  ...table,
  access: { class: 'C2', ...access },
});

describe('the policy of a table', () => {
  it('is none where no access is given', () => {
    expect(readPolicy(table)).toBeUndefined();
  });
  it('reads the setting of the table’s class', () => {
    const policy = readPolicy(withAccess({ class: 'C3', organisations: ['organisation_id'] }));
    expect(policy).toContain('alongside.organisations_c3');
    expect(policy).not.toContain('alongside.organisations_c2');
  });
  it('refuses access by a column that the table has not', () => {
    expect(() => readPolicy(withAccess({ people: ['person_id'] }))).toThrow('access by person_id');
  });
  it('refuses access by a column that holds no ids', () => {
    expect(() => readPolicy(withAccess({ organisations: ['kind'] }))).toThrow('access by kind');
  });
  it('refuses a column of classes that holds no text', () => {
    const access = { classColumn: 'organisation_id', organisations: ['organisation_id'] };
    expect(() => readPolicy(withAccess(access))).toThrow('organisation_id, which shall hold');
  });
});
