import type { Uuid } from '@alongside/kernel';
import type { Clause } from '../../contracts.js';
import { compareClauses, compareRules, type Comparison } from './clause.comparison.js';
import { collide } from './clause.subject.js';

/** One line of a comparison of two versions. One of the two is null where the other side is silent. */
export interface ComparedClauses {
  readonly ours: Clause | null;
  readonly theirs: Clause | null;
  /** How theirs stands to ours. */
  readonly comparison: Comparison;
}

/** Our clause and theirs that the groups take to be about the same thing. */
export interface AlignedClauses {
  readonly clauseId: Uuid;
  readonly otherClauseId: Uuid;
}

type Match = (ours: Clause, theirs: Clause) => boolean;

const samePrinciple: Match = (ours, theirs) =>
  ours.rule.kind === 'principle' &&
  ours.rule.alignments.length > 0 &&
  compareRules(ours.rule, theirs.rule) === 'same';

/**
 * Two sets of clauses side by side: of two versions of one framework, or of two frameworks. Clauses meet by id, else
 * by declared alignment, else by what their rules are about; each of theirs meets at most one of ours. Ours come first
 * and in order, then what only they have.
 */
export const compareVersions = (
  ours: readonly Clause[],
  theirs: readonly Clause[],
  aligned: readonly AlignedClauses[] = [],
): readonly ComparedClauses[] => {
  const matches: readonly Match[] = [
    (our, their) => our.clauseId === their.clauseId,
    (our, their) =>
      aligned.some(
        ({ clauseId, otherClauseId }) => clauseId === our.clauseId && otherClauseId === their.clauseId,
      ),
    (our, their) => collide(our.rule, their.rule),
    samePrinciple,
  ];
  const pairs = new Map<Clause, Clause>();
  const taken = new Set<Clause>();
  for (const match of matches)
    for (const our of ours) {
      const their = pairs.has(our) ? undefined : theirs.find((one) => !taken.has(one) && match(our, one));
      if (!their) continue;
      pairs.set(our, their);
      taken.add(their);
    }
  return [
    ...ours.map((our) => lineOf(our, pairs.get(our) ?? null)),
    ...theirs.filter((their) => !taken.has(their)).map((their) => lineOf(null, their)),
  ];
};

const lineOf = (ours: Clause | null, theirs: Clause | null): ComparedClauses => ({
  ours,
  theirs,
  comparison: compareClauses(ours, theirs),
});
