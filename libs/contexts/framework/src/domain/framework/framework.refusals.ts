export const frameworkRefusals = {
  FrameworkNotFounded: 'There is no framework here yet. Found it first.',
  FrameworkAlreadyFounded: 'This locality has a framework. Draft a version of it instead.',
  NameMissing: 'A framework needs a name. Give the name that the locality knows it by.',
  ShareOutOfRange:
    'A quorum is a share from 0 to 1 and a majority one from 0.5 to 1. Give shares within these.',
  BeforeFounding: 'The framework had not been founded on that day. Choose that day or a later one.',
  NotAGroupMember: 'This person is not in the group on that day. Check the person and the day.',
  NothingToCorrect: 'No such fact stands in the record of the group. Name the event that is wrong.',
  SameFramework: 'A clause can be aligned to those of another framework only. Name one of another framework.',
  ClauseUnknown: 'One of the two frameworks has no such clause. Check both clauses.',
  ClausesOfDifferentKinds: 'Only clauses of one kind can be aligned. Choose two of the same kind.',
} as const satisfies Record<string, string>;

export type FrameworkRefusal = keyof typeof frameworkRefusals;
