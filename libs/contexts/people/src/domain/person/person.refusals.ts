export const personRefusals = {
  PersonAlreadyRegistered:
    'This person is registered. Correct the registration, or give a new person a new id.',
  PersonNotRegistered: 'This person is not registered. Register them first.',
  BeforeRegistration: 'The person was not on record on that day. Choose a day on or after the registration.',
  AfterLaterFact: 'The person has an earlier fact on record. Register them on or before that day.',
  NothingToCorrect:
    'The event that this corrects is not one of this kind, or has been corrected. Name the one that stands.',
  NameMissing: 'Both names are empty. Give at least one of them.',
  EmailMalformed: 'This is not an e-mail address. Check it, or leave it out.',
  PhoneMalformed: 'This is not a telephone number. Check it, or leave it out.',
  DisclosureAlreadyGranted: 'This disclosure has been granted. Withdraw it, and grant another.',
  DisclosureTextMissing: 'There is nothing to disclose. Say what is to be shared.',
  DisclosureEndsBeforeStart: 'The disclosure would end before it begins. Choose a later end.',
  DisclosureUnknown: 'No disclosure was granted under this id.',
  DisclosureNotInForce: 'The disclosure does not hold on that day. There is nothing to withdraw.',
  FactUnknown: 'There is no such fact about this person. Name one that is on record about them.',
  ContestAlreadyOpen: 'This fact is being contested. Wait for the answer, then contest it again if need be.',
  StatementMissing: 'There is no statement. Say what is wrong with the fact.',
  ContestUnknown: 'No fact was contested under this id.',
  ContestAlreadyAnswered: 'This contest has been answered. Correct the answer if it was wrong.',
  AnsweredBeforeContested: 'The fact had not been contested on that day. Choose a later one.',
  AnsweredByContestant: 'Whoever contests a fact cannot answer the contest. Let somebody else answer.',
  AnswerMissing: 'There is no answer. Say what was found.',
} as const satisfies Record<string, string>;

export type PersonRefusal = keyof typeof personRefusals;
