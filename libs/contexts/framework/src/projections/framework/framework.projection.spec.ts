import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec } from '@alongside/projections/testing';
import { clauseId, frameworkId, localityId } from '../../testing/samples.js';
import { clauseAlignmentProjection } from '../clause-alignment/clause-alignment.projection.js';
import { frameworkProjection } from './framework.projection.js';

describe('frameworks', () => {
  it('are listed with their founding rule', () => {
    foldSpec(frameworkProjection)
      .given({
        type: 'FrameworkFounded',
        data: {
          frameworkId,
          localityId,
          name: 'Sussex peer support framework',
          quorumShare: 0.75,
          majorityShare: 0.5,
          effectiveOn: '2024-01-10',
        },
      })
      .then({
        framework_id: frameworkId,
        locality_id: localityId,
        name: 'Sussex peer support framework',
        founded_on: '2024-01-10',
        quorum_share: 0.75,
        majority_share: 0.5,
      });
  });
});

describe('alignments between frameworks', () => {
  const pair = {
    frameworkId,
    clauseId: clauseId('ours'),
    otherFrameworkId: uuid5('Wessex'),
    otherClauseId: clauseId('theirs'),
  };
  const aligned = { type: 'ClausesAligned', data: { ...pair, effectiveOn: '2024-09-01' } };
  const separated = { type: 'ClausesSeparated', data: { ...pair, effectiveOn: '2024-10-01' } };

  it('are listed until they are taken back', () => {
    foldSpec(clauseAlignmentProjection).given(aligned).then({
      framework_id: frameworkId,
      clause_id: pair.clauseId,
      other_framework_id: pair.otherFrameworkId,
      other_clause_id: pair.otherClauseId,
      aligned_on: '2024-09-01',
    });
    foldSpec(clauseAlignmentProjection).given(aligned, separated).thenNothing();
  });
});
