import type { Condition } from '../../contracts.js';

/** Whether whoever meets `a` meets `b` too. */
const implies = (a: Condition, b: Condition): boolean => {
  switch (a.kind) {
    case 'trainingInDate':
      return (
        b.kind === a.kind &&
        a.courseKind === b.courseKind &&
        (a.evidence === 'assessed' || b.evidence === 'attended')
      );
    case 'monthsInPost':
      return b.kind === a.kind && a.months >= b.months;
    case 'setting':
      return b.kind === a.kind && a.settings.every((setting) => b.settings.includes(setting));
    case 'supervisionCurrent':
      return b.kind === a.kind && a.supervision === b.supervision;
    case 'teamTrained':
      return b.kind === a.kind && a.courseKind === b.courseKind;
    case 'secondPersonPresent':
    case 'workerOptedIn':
      return b.kind === a.kind;
    default:
      return a satisfies never;
  }
};

/** Whether whoever meets all of `these` meets all of `those`. */
export const allImply = (these: readonly Condition[], those: readonly Condition[]): boolean =>
  those.every((that) => these.some((one) => implies(one, that)));
