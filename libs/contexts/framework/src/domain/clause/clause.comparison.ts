import {
  bands,
  stances,
  type Band,
  type BandingRule,
  type BoundaryRule,
  type Clause,
  type ClauseRule,
  type DeviationDirection,
  type Principle,
  type ReadinessItem,
  type RecruitmentStandard,
  type RoleProfile,
  type SupervisionStandard,
  type TrainingRequirement,
} from '../../contracts.js';
import { monthsOverlap, subjectOf } from './clause.subject.js';
import { allImply } from './condition.strength.js';

/**
 * How a rule stands to another: it asks the same, more, or less; says nothing about it; or asks more in one way and
 * less in another.
 */
export type Comparison = 'same' | 'stricter' | 'looser' | 'silent' | 'contrary';

/** Whether `b` asks at least what `a` asks, and the other way round: together they say how `b` stands to `a`. */
const verdict = (bAsksAll: boolean, aAsksAll: boolean): Comparison => {
  if (bAsksAll && aAsksAll) return 'same';
  if (bAsksAll) return 'stricter';
  return aAsksAll ? 'looser' : 'contrary';
};

const risen = (a: number, b: number): Comparison => verdict(b >= a, a >= b);
const fallen = (a: number, b: number): Comparison => risen(b, a);

const superset = (a: readonly string[], b: readonly string[]): Comparison =>
  verdict(
    a.every((item) => b.includes(item)),
    b.every((item) => a.includes(item)),
  );
const subset = (a: readonly string[], b: readonly string[]): Comparison => superset(b, a);

interface Range {
  readonly from: number;
  readonly to: number;
}
const wider = (a: Range, b: Range): Comparison =>
  verdict(b.from <= a.from && b.to >= a.to, a.from <= b.from && a.to >= b.to);
const narrower = (a: Range, b: Range): Comparison => wider(b, a);

const bandRange = (from: Band, to: Band): Range => ({ from: bands.indexOf(from), to: bands.indexOf(to) });
const anyBand: Range = { from: -Infinity, to: Infinity };

/** One verdict from those of all its parts. */
const together = (...parts: readonly Comparison[]): Comparison => {
  if (parts.includes('contrary')) return 'contrary';
  return verdict(!parts.includes('looser'), !parts.includes('stricter'));
};

const boundaries = (a: BoundaryRule, b: BoundaryRule): Comparison => {
  if (a.stance === 'notAgreed' || b.stance === 'notAgreed') return a.stance === b.stance ? 'same' : 'silent';
  if (a.stance !== b.stance) return fallen(stances.indexOf(a.stance), stances.indexOf(b.stance));
  return verdict(allImply(b.conditions, a.conditions), allImply(a.conditions, b.conditions));
};

const principles = (a: Principle, b: Principle): Comparison => {
  const items = (principle: Principle) => principle.alignments.map(({ set, item }) => `${set} ${item}`);
  const [ours, theirs] = [items(a), items(b)];
  const shared = ours.some((item) => theirs.includes(item));
  return shared || (ours.length === 0 && theirs.length === 0) ? 'same' : 'silent';
};

const roleProfiles = (a: RoleProfile, b: RoleProfile): Comparison => {
  const range = ({ bands: bandsOf }: RoleProfile) =>
    bandsOf ? bandRange(bandsOf.from, bandsOf.to) : anyBand;
  return together(
    subset(a.engagementKinds, b.engagementKinds),
    narrower(range(a), range(b)),
    superset(a.criteria, b.criteria),
  );
};

/** Months after the start by which it is due; before every start for `offer`. */
const dueMonths = ({ due }: TrainingRequirement): number =>
  due.by === 'months' ? due.months : due.by === 'start' ? 0 : -1;

const trainingRequirements = (a: TrainingRequirement, b: TrainingRequirement): Comparison =>
  together(
    risen(Number(a.evidence === 'assessed'), Number(b.evidence === 'assessed')),
    fallen(dueMonths(a), dueMonths(b)),
    fallen(a.refresherMonths ?? Infinity, b.refresherMonths ?? Infinity),
  );

const supervisionStandards = (a: SupervisionStandard, b: SupervisionStandard): Comparison => {
  if (!monthsOverlap(a, b)) return 'silent';
  const range = ({ monthsInPost: { from, before } }: SupervisionStandard) => ({
    from,
    to: before ?? Infinity,
  });
  return together(
    wider(range(a), range(b)),
    fallen(a.everyDays, b.everyDays),
    risen(a.peerShare, b.peerShare),
  );
};

const recruitmentStandards = (a: RecruitmentStandard, b: RecruitmentStandard): Comparison => {
  const needed = ({ checks }: RecruitmentStandard) =>
    checks.flatMap(({ engagementKind, checks: each }) => each.map((check) => `${engagementKind} ${check}`));
  return together(risen(a.panelShare, b.panelShare), superset(needed(a), needed(b)));
};

const bandingRules = (a: BandingRule, b: BandingRule): Comparison =>
  together(
    narrower(bandRange(a.bandFrom, a.bandTo), bandRange(b.bandFrom, b.bandTo)),
    risen(Number(a.evaluationNeeded), Number(b.evaluationNeeded)),
  );

const readinessItems = (a: ReadinessItem, b: ReadinessItem): Comparison =>
  a.for === b.for ? fallen(a.reviewMonths ?? Infinity, b.reviewMonths ?? Infinity) : 'silent';

/**
 * How rule `b` stands to rule `a`. Rules about different things are `silent` on each other, and so is a stance of
 * `notAgreed` on any other. Turned round, `stricter` and `looser` change places and the others stay.
 */
export const compareRules = (a: ClauseRule, b: ClauseRule): Comparison => {
  if (subjectOf(a) !== subjectOf(b)) return 'silent';
  if (a.kind === 'boundary' && b.kind === 'boundary') return boundaries(a, b);
  if (a.kind === 'principle' && b.kind === 'principle') return principles(a, b);
  if (a.kind === 'roleProfile' && b.kind === 'roleProfile') return roleProfiles(a, b);
  if (a.kind === 'trainingRequirement' && b.kind === 'trainingRequirement') return trainingRequirements(a, b);
  if (a.kind === 'supervisionStandard' && b.kind === 'supervisionStandard') return supervisionStandards(a, b);
  if (a.kind === 'recruitmentStandard' && b.kind === 'recruitmentStandard') return recruitmentStandards(a, b);
  if (a.kind === 'bandingRule' && b.kind === 'bandingRule') return bandingRules(a, b);
  if (a.kind === 'readinessItem' && b.kind === 'readinessItem') return readinessItems(a, b);
  return 'silent';
};

/** How clause `b` stands to clause `a`; `silent` where one of them is missing. */
export const compareClauses = (
  a: Pick<Clause, 'rule'> | null | undefined,
  b: Pick<Clause, 'rule'> | null | undefined,
): Comparison => (a && b ? compareRules(a.rule, b.rule) : 'silent');

/**
 * In which direction an organisation's own rule leaves the framework's; null where it does not leave it. What is not
 * stricter throughout is looser; `never` is stricter than what is not agreed.
 */
export const deviationDirection = (framework: ClauseRule, own: ClauseRule): DeviationDirection | null => {
  const comparison = compareRules(framework, own);
  if (comparison === 'same') return null;
  const forbids = own.kind === 'boundary' && own.stance === 'never';
  return comparison === 'stricter' || forbids ? 'stricter' : 'looser';
};
