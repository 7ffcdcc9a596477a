import type { ClauseRule, SupervisionStandard } from '../../contracts.js';

/**
 * What a rule is about, as one text: two rules with the same text answer the same question. Null for kinds whose
 * clauses only their wording tells apart.
 */
export const subjectOf = (rule: ClauseRule): string | null => {
  switch (rule.kind) {
    case 'boundary':
      return `boundary:${rule.task}`;
    case 'trainingRequirement':
      return `trainingRequirement:${rule.roleFamily}:${
        rule.subject.of === 'course'
          ? `course:${rule.subject.courseKind}`
          : `competence:${rule.subject.competence}`
      }`;
    case 'supervisionStandard':
      return `supervisionStandard:${rule.roleFamily}:${rule.supervision}`;
    case 'roleProfile':
    case 'bandingRule':
      return `${rule.kind}:${rule.roleFamily}`;
    case 'recruitmentStandard':
      return rule.kind;
    case 'principle':
    case 'readinessItem':
      return null;
    default:
      return rule satisfies never;
  }
};

/** Months in post that both standards speak of. */
export const monthsOverlap = (
  { monthsInPost: a }: SupervisionStandard,
  { monthsInPost: b }: SupervisionStandard,
): boolean => a.from < (b.before ?? Infinity) && b.from < (a.before ?? Infinity);

/** Whether both rules answer one question, so that one version cannot hold both. */
export const collide = (a: ClauseRule, b: ClauseRule): boolean => {
  const subject = subjectOf(a);
  if (subject === null || subject !== subjectOf(b)) return false;
  return a.kind === 'supervisionStandard' && b.kind === 'supervisionStandard' ? monthsOverlap(a, b) : true;
};

/** Whether a rule can stand in the place of another: for readiness items, asked of the same. */
export const sameQuestion = (a: ClauseRule, b: ClauseRule): boolean => {
  if (a.kind === 'readinessItem' && b.kind === 'readinessItem') return a.for === b.for;
  return a.kind === b.kind && subjectOf(a) === subjectOf(b);
};
