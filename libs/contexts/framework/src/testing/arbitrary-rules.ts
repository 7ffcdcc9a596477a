import fc from 'fast-check';
import {
  alignmentSets,
  bands,
  courseKinds,
  employmentChecks,
  engagementKinds,
  roleFamilies,
  settings,
  supervisionKinds,
  tasks,
  trainingEvidence,
  type Band,
  type ClauseRule,
  type Condition,
} from '../contracts.js';

/** Few words, so that two rules are often about the same thing. */
const few = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word> =>
  fc.constantFrom(...words.slice(0, 3));
const keys = <Word extends string>(catalogue: Readonly<Record<Word, string>>): readonly Word[] =>
  Object.keys(catalogue) as Word[];

const roleFamily = few(keys(roleFamilies));
const courseKind = few(courseKinds);
const evidence = fc.constantFrom(...trainingEvidence);
const supervision = few(supervisionKinds);
const months = fc.integer({ min: 1, max: 24 });
const share = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
const bandRange = fc
  .tuple(few(bands), few(bands))
  .map(([a, b]) => (bands.indexOf(a) <= bands.indexOf(b) ? [a, b] : [b, a]) as [Band, Band]);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('trainingInDate' as const), courseKind, evidence }),
  fc.record({ kind: fc.constant('monthsInPost' as const), months }),
  fc.constant({ kind: 'secondPersonPresent' as const }),
  fc.record({
    kind: fc.constant('setting' as const),
    settings: fc.uniqueArray(few(keys(settings)), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('supervisionCurrent' as const), supervision }),
  fc.constant({ kind: 'workerOptedIn' as const }),
  fc.record({ kind: fc.constant('teamTrained' as const), courseKind }),
);
const conditions = (minLength: number) =>
  fc.uniqueArray(condition, { minLength, maxLength: 4, selector: (one) => JSON.stringify(one) });

const boundary: fc.Arbitrary<ClauseRule> = fc
  .oneof(
    fc.record({ stance: fc.constantFrom('never', 'usual', 'notAgreed'), conditions: fc.constant([]) }),
    fc.record({ stance: fc.constant('notByDefault'), conditions: conditions(0) }),
    fc.record({ stance: fc.constant('withConditions'), conditions: conditions(1) }),
  )
  .chain((said) => few(keys(tasks)).map((task) => ({ kind: 'boundary', task, ...said }) as ClauseRule));

/** Any sound rule of any kind. */
export const anyRule: fc.Arbitrary<ClauseRule> = fc.oneof(
  boundary,
  fc
    .uniqueArray(fc.tuple(few(keys(alignmentSets)), fc.constantFrom('1', '2')), {
      maxLength: 3,
      selector: String,
    })
    .map((items) => ({
      kind: 'principle' as const,
      alignments: items.map(([set, item]) => ({ set, item })),
    })),
  fc.record({
    kind: fc.constant('roleProfile' as const),
    roleFamily,
    engagementKinds: fc.uniqueArray(few(engagementKinds), { minLength: 1 }),
    bands: fc.option(bandRange.map(([from, to]) => ({ from, to }))),
    criteria: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  }),
  fc.record({
    kind: fc.constant('trainingRequirement' as const),
    roleFamily,
    subject: fc.oneof(
      courseKind.map((one) => ({ of: 'course' as const, courseKind: one })),
      fc.constant({ of: 'competence' as const, competence: '3.1' }),
    ),
    evidence,
    due: fc.oneof(
      fc.constant({ by: 'offer' as const }),
      fc.constant({ by: 'start' as const }),
      months.map((one) => ({ by: 'months' as const, months: one })),
    ),
    refresherMonths: fc.option(months),
  }),
  fc.record({
    kind: fc.constant('supervisionStandard' as const),
    supervision,
    roleFamily,
    monthsInPost: fc
      .tuple(fc.nat(6), fc.option(months))
      .map(([from, length]) => ({ from, before: length === null ? null : from + length })),
    everyDays: fc.integer({ min: 1, max: 5 }).map((weeks) => weeks * 14),
    peerShare: share,
  }),
  fc.record({
    kind: fc.constant('recruitmentStandard' as const),
    panelShare: share,
    checks: fc.uniqueArray(
      fc.record({ engagementKind: few(engagementKinds), checks: fc.uniqueArray(few(employmentChecks)) }),
      { selector: ({ engagementKind }) => engagementKind },
    ),
  }),
  fc.tuple(roleFamily, bandRange, fc.boolean()).map(([family, [bandFrom, bandTo], evaluationNeeded]) => ({
    kind: 'bandingRule' as const,
    roleFamily: family,
    bandFrom,
    bandTo,
    evaluationNeeded,
  })),
  fc.record({
    kind: fc.constant('readinessItem' as const),
    for: fc.constantFrom('organisation' as const, 'team' as const),
    reviewMonths: fc.option(months),
  }),
);
