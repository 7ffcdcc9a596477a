import type { ApplicableClause } from '@alongside/framework/contracts';
import type { ItemInPlace } from '@alongside/localities/contracts';
import type { ReadinessItem } from '../../domain/index.js';

/** Every readiness item among the clauses, and how it stands: what is not in place is neither met nor waived. */
export const readinessItems = (
  clauses: readonly Pick<ApplicableClause, 'clauseId' | 'title' | 'kind'>[],
  inPlace: readonly Pick<ItemInPlace, 'clauseId' | 'status'>[],
): readonly ReadinessItem[] => {
  const standing = new Map(inPlace.map(({ clauseId, status }) => [clauseId, status]));
  return clauses
    .filter(({ kind }) => kind === 'readinessItem')
    .map(({ clauseId, title }) => ({ clauseId, title, status: standing.get(clauseId) ?? 'neither' }));
};
