export const localityRefusals = {
  LocalityAlreadyEstablished:
    'This locality has been established. Correct that event, or give a new locality a new id.',
  LocalityNotEstablished: 'This locality has not been established. Establish it first.',
  NameMissing: 'The name is empty. Give the name by which the locality is known.',
  HostUnknown: 'No organisation is registered under this id. Register the host first.',
  HostNotOpen: 'The host is not an open organisation on that day. Name one that is, or choose another day.',
  BeforeLocalityEstablished:
    'The locality did not exist on that day. Choose a day on or after its establishment.',
  AfterLaterFact: 'The locality has an earlier fact on record. Establish it on or before that day.',
  NothingToCorrect:
    'The event that this corrects is not one of this kind, or has been corrected. Name the one that stands.',
} as const satisfies Record<string, string>;

export type LocalityRefusal = keyof typeof localityRefusals;
