import { readinessRefusals } from '../readiness/readiness.refusals.js';

export const organisationRefusals = {
  ...readinessRefusals,
  OrganisationAlreadyRegistered:
    'This organisation is registered. Correct the registration, or register another under a new id.',
  OrganisationNotRegistered: 'This organisation is not registered. Register it first.',
  BeforeRegistration:
    'The organisation did not exist on that day. Choose a day on or after its registration.',
  OrganisationClosed:
    'The organisation was closed on that day. Choose an earlier day, or act on its successor.',
  AfterLaterFact: 'The organisation has an earlier fact on record. Register it on or before that day.',
  NameMissing: 'The name is empty. Give the name by which the organisation is known.',
  NameHeldFromThatDay: 'Another name begins on that day. Correct that one.',
  IdentifierMalformed: 'This is not what an identifier of this system looks like. Check it at its source.',
  IdentifierEndsBeforeStart: 'The identifier would end before it begins. Choose a later end.',
  IdentifierOverlaps:
    'The organisation holds another identifier of this system at that time. End that one first, or choose another day.',
  IdentifierHeldByAnother:
    'Another organisation holds this identifier at that time. End it there first, or check the number.',
  IdentifierNotHeld:
    'The organisation does not hold this identifier on that day. Choose a day on which it does.',
  MergerIntoItself: 'An organisation cannot merge into itself. Name the organisation that absorbs it.',
  MergerCycle:
    'The absorbing organisation merges into this one itself. Reopen it if that was recorded in error, or name another.',
  SuccessorUnknown: 'No organisation is registered under this id. Register the absorbing organisation first.',
  SuccessorNotOpen:
    'The absorbing organisation is not open on that day. Name one that is, or choose another day.',
  FactsAfterClosing:
    'The organisation has a fact on record on or after that day. Correct it, or close later.',
  HostsLocality: 'The organisation hosts a locality from that day on. Name another host first.',
  LocalityUnknown: 'No locality is established under this id. Establish it first.',
  BeforeLocalityEstablished:
    'The locality did not exist on that day. Choose a day on or after its establishment.',
  AlreadyInLocality:
    'The organisation is in this locality on or after that day. Leave it before joining again.',
  NotInLocality: 'The organisation is not in this locality on that day. Choose a day on which it is.',
} as const satisfies Record<string, string>;

export type OrganisationRefusal = keyof typeof organisationRefusals;
