export const agreementRefusals = {
  AgreementAlreadyDrawnUp:
    'This agreement is drawn up, and its terms stand. Draw up another one under a new command id.',
  AgreementNotDrawnUp: 'No such agreement is drawn up. Draw it up first.',
  TitleMissing: 'The agreement has no title. Give the one by which the parties know it.',
  ReferenceMissing:
    'Nobody could find the agreement itself. Say where it is kept: by a number, a title or an address.',
  DiscloserMissing: 'No organisation would share its records. Name at least one that does.',
  ReceiverMissing: 'Nobody would receive anything. Name at least one party that does.',
  NoPairOfParties:
    'Nobody would share anything with anybody else. Name a receiver other than the organisation that discloses.',
  TooManyParties: 'An agreement has at most 50 parties. Draw up several.',
  PurposeMissing:
    'Records are shared for a purpose or not at all (UK GDPR, Article 5(1)(b)). Name at least one.',
  ClassMissing: 'The agreement would open nothing. Name at least one class of data.',
  ClassNeverShared:
    'Lived experience, adjustments and benefits (C3) are shared by the person alone, the decision on criminal records (C4) not at all. Name C1, C2 or both.',
  ConsentNotExplicit:
    'Consent as lawful basis (Article 6(1)(a)) and explicit consent as condition (Article 9(2)(a)) go together. Choose both or neither.',
  AgreementEndsBeforeStart: 'The agreement would end before it begins. Choose a later end.',
  PartyNotInLocality:
    'A party is not in this locality, or closed. Name partners that are in it today, and of localities none but this one.',
  NotAParty:
    'Whoever is named is no party to this agreement. Name one of its parties, or draw up an agreement among others.',
  PartyLeft: 'The party has left this agreement for good. Draw up another to share again.',
  PartyNotSigned: 'The party has not signed, so that nothing binds it. Sign first.',
  PartyNotSuspended:
    'The party has not suspended the agreement. Whoever suspended it is the one to resume it.',
  ReasonMissing: 'The other parties will ask why. Give the reason.',
  AgreementEnded: 'The agreement has ended and binds nobody. Draw up another.',
  EndInThePast: 'What was shared until today was shared. Choose today or a later day.',
  AgreementEndsEarlier: 'The agreement ends before that day in any case. Choose an earlier day.',
} as const satisfies Record<string, string>;

export type AgreementRefusal = keyof typeof agreementRefusals;
