import {
  alignmentSets,
  bands,
  clauseKinds,
  courseKinds,
  employmentChecks,
  engagementKinds,
  roleFamilies,
  settings,
  stances,
  supervisionKinds,
  tasks,
  trainingEvidence,
  type Band,
  type BandingRule,
  type BoundaryRule,
  type ClauseKind,
  type RecruitmentStandard,
  type SupervisionStandard,
} from '../../contracts.js';
import {
  andThen,
  chosenBy,
  fields,
  flag,
  listOf,
  oneOf,
  orNull,
  share,
  wholeNumber,
  words,
  type Check,
} from './shape.check.js';

const roleFamily = oneOf(Object.keys(roleFamilies));
const band = oneOf(bands);
const months = wholeNumber(1, 120);
const courseKind = oneOf(courseKinds);
const kind = oneOf(clauseKinds);
const list = (check: Check, least = 0): Check => listOf(check, { least, most: 50 });

const condition = chosenBy('kind', {
  trainingInDate: fields({ kind: words(40), courseKind, evidence: oneOf(trainingEvidence) }),
  monthsInPost: fields({ kind: words(40), months }),
  secondPersonPresent: fields({ kind: words(40) }),
  setting: fields({ kind: words(40), settings: list(oneOf(Object.keys(settings)), 1) }),
  supervisionCurrent: fields({ kind: words(40), supervision: oneOf(supervisionKinds) }),
  workerOptedIn: fields({ kind: words(40) }),
  teamTrained: fields({ kind: words(40), courseKind }),
});

const rising = (from: Band, to: Band): boolean => bands.indexOf(from) <= bands.indexOf(to);

const conditionsFit = ({ stance, conditions }: BoundaryRule): readonly string[] => {
  if (stance === 'withConditions' && conditions.length === 0)
    return ['conditions: at least one, as the stance is withConditions'];
  if (stance !== 'withConditions' && stance !== 'notByDefault' && conditions.length > 0)
    return [`conditions: none, as the stance is ${stance}`];
  return [];
};

const namedOnce = ({ checks }: RecruitmentStandard): readonly string[] =>
  checks.flatMap(({ engagementKind }, index) =>
    checks.findIndex((other) => other.engagementKind === engagementKind) === index
      ? []
      : [`checks[${index}].engagementKind: not twice the same`],
  );

const checks: Readonly<Record<ClauseKind, Check>> = {
  principle: fields({
    kind,
    alignments: list(fields({ set: oneOf(Object.keys(alignmentSets)), item: words(40) })),
  }),
  roleProfile: fields({
    kind,
    roleFamily,
    engagementKinds: list(oneOf(engagementKinds), 1),
    bands: orNull(
      andThen<{ from: Band; to: Band }>(fields({ from: band, to: band }), ({ from, to }, path) =>
        rising(from, to) ? [] : [`${path}.to: not below ${path}.from`],
      ),
    ),
    criteria: list(words(300)),
  }),
  trainingRequirement: fields({
    kind,
    roleFamily,
    subject: chosenBy('of', {
      course: fields({ of: words(40), courseKind }),
      competence: fields({ of: words(40), competence: words(40) }),
    }),
    evidence: oneOf(trainingEvidence),
    due: chosenBy('by', {
      offer: fields({ by: words(40) }),
      start: fields({ by: words(40) }),
      months: fields({ by: words(40), months }),
    }),
    refresherMonths: orNull(months),
  }),
  supervisionStandard: andThen<SupervisionStandard>(
    fields({
      kind,
      supervision: oneOf(supervisionKinds),
      roleFamily,
      monthsInPost: fields({ from: wholeNumber(0, 600), before: orNull(wholeNumber(1, 600)) }),
      everyDays: wholeNumber(1, 366),
      peerShare: share,
    }),
    ({ monthsInPost: { from, before } }) =>
      before === null || before > from ? [] : ['monthsInPost.before: after monthsInPost.from'],
  ),
  boundary: andThen<BoundaryRule>(
    fields({ kind, task: oneOf(Object.keys(tasks)), stance: oneOf(stances), conditions: list(condition) }),
    conditionsFit,
  ),
  recruitmentStandard: andThen<RecruitmentStandard>(
    fields({
      kind,
      panelShare: share,
      checks: list(fields({ engagementKind: oneOf(engagementKinds), checks: list(oneOf(employmentChecks)) })),
    }),
    namedOnce,
  ),
  bandingRule: andThen<BandingRule>(
    fields({ kind, roleFamily, bandFrom: band, bandTo: band, evaluationNeeded: flag }),
    ({ bandFrom, bandTo }) => (rising(bandFrom, bandTo) ? [] : ['bandTo: not below bandFrom']),
  ),
  readinessItem: fields({ kind, for: oneOf(['organisation', 'team']), reviewMonths: orNull(months) }),
};

const rule = chosenBy('kind', checks);

/**
 * Why a rule cannot be evaluated, each fault as `path: what is needed` (`conditions[0].months: a whole number from 1
 * to 120`); none where it can. Takes whatever came in: a rule that passes is a `ClauseRule`.
 */
export const ruleFaults = (value: unknown): readonly string[] => rule(value, '');
