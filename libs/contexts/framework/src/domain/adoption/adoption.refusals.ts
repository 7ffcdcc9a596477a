export const adoptionRefusals = {
  VersionNotRatified: 'This version has not been ratified. Adopt one that has.',
  VersionNotYetInForce:
    'The version is not in force on that day. Adopt it from the day it is, or a later one.',
  VersionSuperseded: 'Another version has taken its place by that day. Adopt the one that is in force.',
  VersionOfAnotherFramework: 'The version belongs to another framework. Adopt it as part of that framework.',
  OrganisationNotInLocality:
    'The organisation is not a partner in the locality of this framework. Record that it joins, then adopt.',
  NothingAdopted:
    'The organisation has adopted no version on that day. Adopt one first, or choose another day.',
  NothingToCorrect: 'No such fact stands in this adoption. Name the event that is wrong.',
  ClauseOfAnotherVersion:
    'The clause is not in the version adopted on that day. Name a clause of that version.',
  ClauseNotEvaluable: 'The rule cannot be evaluated. Put right what is named, then declare the deviation.',
  ClauseHasNoRule: 'A principle has no rule to deviate from. Say what differs in another clause.',
  RuleOfAnotherSubject: 'The rule is about something else than the clause. Write it about the same thing.',
  NothingDeviates: 'The rule asks the same as the clause. No deviation is needed.',
  LooserThanNever: 'What the framework says is never done stays so. Only the framework itself can change it.',
  ReasonMissing: 'A deviation is published with its reason. Give it, in at most 2,000 characters.',
  ExpiresBeforeStart: 'The deviation would expire before it starts. Choose a later day of expiry.',
  DeviationStands: 'Another deviation from this clause holds in that time. Withdraw it first.',
  DeviationUnknown: 'No such deviation was declared. Check which one is meant.',
  BeforeDeviation: 'The deviation did not hold yet on that day. Choose the day it starts, or a later one.',
} as const satisfies Record<string, string>;

export type AdoptionRefusal = keyof typeof adoptionRefusals;
