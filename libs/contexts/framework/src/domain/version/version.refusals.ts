export const versionRefusals = {
  VersionNotDrafted: 'There is no such version. Draft it first.',
  VersionAlreadyDrafted:
    'A version with this number has been drafted. Work on that one, or take the next number.',
  NumberNotPositive: 'Versions are numbered from 1. Give a whole number.',
  ShareOutOfRange:
    'A quorum is a share from 0 to 1 and a majority one from 0.5 to 1. Give shares within these.',
  BeforePreviousStep:
    'The version had got further by that day. Choose the day of its last step, or a later one.',
  WordingSettled: 'The clauses are settled once voting has opened. Propose the change for the next version.',
  ClauseNotEvaluable: 'The rule cannot be evaluated. Put right what is named, then send the clause again.',
  ClauseTextMissing:
    'A clause needs a title of at most 200 characters and a wording of at most 4,000. Give both.',
  ClauseAlreadyProposed: 'A clause with this id stands in the version. Amend it instead.',
  ClauseUnknown: 'No such clause stands in this version. Check which one is meant.',
  ClauseKindIsFixed: 'A clause keeps its kind. Withdraw it and propose one of the other kind.',
  ClauseChangedMeanwhile:
    'Somebody changed this clause since you read it. Read it again, then make your change.',
  SubjectAlreadyCovered: 'Another clause of the version rules on the same thing. Amend or withdraw that one.',
  NoClauses: 'The version has no clauses. Propose some first.',
  NotInDraft: 'Consultation opens on a draft only. This version is past that.',
  NotInConsultation:
    'The version is not in consultation. Open the consultation first, or wait for the next version.',
  TextMissing: 'Nothing was written, or more than 4,000 characters. Write what you want to say within that.',
  VotingNotOpen: 'Voting is not open. Votes count between its opening and its closing only.',
  NotAGroupMember: 'Only members of the group vote and state dissent. Join the group first.',
  NoTimeForDissent: 'Dissent is stated from the opening of the vote, on what is voted on or was ratified.',
  BallotsSealed:
    'The ballots could not be read, so they were not counted. Close the vote with opened ballots.',
  VotingNotClosed: 'The vote is not closed. Close it first.',
  QuorumNotReached:
    'Too few of the deciding votes were by people with lived experience. Record the version as not ratified.',
  MajorityNotReached: 'Too few of the deciding votes were for the version. Record it as not ratified.',
  AnotherVersionInForce:
    'The version in force is not the one this draft replaces. Draft anew from that version.',
  InForceBeforeRatification:
    'A version is in force from its ratification at the earliest. Choose a later day.',
  VoteCarried: 'The vote carried this version. Ratify it.',
  NotRatified: 'This version was not ratified, so nothing takes its place.',
  SupersededByItself: 'A version cannot take its own place. Name the one that does.',
  BeforeInForce: 'The version was not in force yet on that day. Choose a later day.',
  AlreadySuperseded: 'Another version has taken the place of this one.',
  AlreadyDecided: 'What became of this version is decided. Draft a new one.',
} as const satisfies Record<string, string>;

export type VersionRefusal = keyof typeof versionRefusals;
