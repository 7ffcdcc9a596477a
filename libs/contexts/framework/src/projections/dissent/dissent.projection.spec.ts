import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import { clauseId, person, secondVersion } from '../../testing/samples.js';
import { dissentProjection, type DissentRow } from './dissent.projection.js';

const { given } = foldSpec<DissentRow>(dissentProjection);
const stated = (named: boolean, statement: unknown = 'No peer should lay hands on anybody.') => ({
  type: 'DissentStated',
  data: {
    versionId: secondVersion,
    dissentId: clauseId('a dissent'),
    personId: person('Cem'),
    clauseId: clauseId('restraint'),
    statement,
    named,
    effectiveOn: '2025-03-20',
  },
});
const row: DissentRow = {
  dissent_id: clauseId('a dissent'),
  version_id: secondVersion,
  clause_id: clauseId('restraint'),
  person_id: null,
  statement: 'No peer should lay hands on anybody.',
  erased_at: null,
  stated_on: '2025-03-20',
};

describe('dissent', () => {
  it('is shown to everybody without a trace of who stated it', () => {
    given(stated(false)).then(row);
  });
  it('is shown with who stated it where they wish it', () => {
    given(stated(true)).then({ ...row, person_id: person('Cem') });
  });
  it('says that it was erased, and when', () => {
    given(stated(false, { erased: true, at: '2026-01-01T00:00:00.000Z' })).then({
      ...row,
      statement: null,
      erased_at: '2026-01-01T00:00:00.000Z',
    });
  });
});
