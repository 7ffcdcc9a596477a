import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import {
  applicationId,
  checkMoved,
  dbsDecision,
  dbsLevelDecided,
  organisationId,
  personId,
} from '../../domain/testing/examples.js';
import { dbsDecisions, type DbsDecisionRow } from './dbs-decisions.projection.js';

const { given } = foldSpec<DbsDecisionRow>(dbsDecisions);
const sealed = { sealed: 1, class: 'C4', key: 'k', iv: 'i', box: 'b' } as const;

const row: DbsDecisionRow = {
  application_id: applicationId,
  organisation_id: organisationId,
  person_id: personId,
  dbs_level: 'enhanced',
  level_decided_on: '2025-05-07',
  decision: null,
  decided_on: null,
};

describe('criminal-record decisions', () => {
  const level = dbsLevelDecided('enhanced', '2025-05-07');

  it('show the level that was decided', () => {
    given(level).then(row);
  });
  it('show the decision beside it', () => {
    given(level, dbsDecision('succeeded', '2025-05-30')).then({
      ...row,
      decision: 'succeeded',
      decided_on: '2025-05-30',
    });
  });
  it('are kept as they come, sealed', () => {
    const decision = dbsDecision('succeeded', '2025-05-30');
    given(level, { ...decision, data: { ...decision.data, decision: sealed } }).then({
      ...row,
      decision: sealed,
      decided_on: '2025-05-30',
    });
  });
  it('are gone when the check is set back', () => {
    given(
      level,
      dbsDecision('failed', '2025-05-30'),
      checkMoved('criminalRecord', 'inProgress', '2025-06-02'),
    ).then(row);
  });
  it('are not touched by other checks', () => {
    given(checkMoved('identity', 'requested', '2025-05-08')).thenNothing();
  });
});
