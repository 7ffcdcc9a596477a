import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import {
  amended,
  boundary,
  clauseOf,
  firstVersion,
  never,
  proposed,
  readiness,
  secondVersion,
  withdrawn,
} from '../../testing/samples.js';
import { clauseProjection, type ClauseRow } from './clause.projection.js';

const { given } = foldSpec<ClauseRow>(clauseProjection);
const restraint = clauseOf(boundary, 'restraint');
const row: ClauseRow = {
  version_id: secondVersion,
  clause_id: restraint.clauseId,
  kind: 'boundary',
  title: restraint.title,
  wording: restraint.wording,
  rule: boundary,
  subject: 'boundary:physicalRestraint',
  status: 'proposed',
  revision: 0,
  carried_from: null,
  amended: false,
  proposed_on: '2025-01-07',
  changed_on: '2025-01-07',
};

describe('the clauses of a version', () => {
  it('are listed with their rule and what it is about', () => {
    given(proposed(restraint)).then(row);
  });
  it('have no subject where only their wording tells them apart', () => {
    const item = clauseOf(readiness);
    given(proposed(item)).then({
      ...row,
      ...{ clause_id: item.clauseId, kind: item.kind, title: item.title, wording: item.wording },
      rule: readiness,
      subject: null,
    });
  });
  it('show what was amended, and at which revision', () => {
    given(proposed(restraint), amended({ ...restraint, title: 'Restraint', rule: never })).then({
      ...row,
      title: 'Restraint',
      rule: never,
      revision: 1,
      amended: true,
      changed_on: '2025-01-08',
    });
  });
  it('stay in the list when withdrawn, and can be proposed again', () => {
    given(proposed(restraint), withdrawn(restraint)).then({
      ...row,
      status: 'withdrawn',
      revision: 1,
      changed_on: '2025-01-09',
    });
    given(proposed(restraint), withdrawn(restraint), proposed(restraint, '2025-01-10')).then({
      ...row,
      revision: 2,
      amended: true,
      changed_on: '2025-01-10',
    });
  });
  it('remember the version from which they were carried over', () => {
    const { type, data } = proposed(restraint);
    const carried = { type, data: { ...data, carriedFrom: firstVersion } };
    given(carried).then({ ...row, carried_from: firstVersion });
    given(carried, amended({ ...restraint, rule: never })).then({
      ...row,
      carried_from: firstVersion,
      rule: never,
      revision: 1,
      amended: true,
      changed_on: '2025-01-08',
    });
  });
});
