export const membershipRefusals = {
  RoleNotHeldInSuchScope:
    'This role is not held in a scope of this kind. Choose another scope, or another role.',
  ScopeOfAnother: 'A role over oneself is held by the person alone. Name the same person as scope.',
  OperatorsAppointedApart:
    'Operators are appointed and dismissed apart, so that there is always one. Use `appointOperator` or `dismissOperator`.',
  RoleOfSystems:
    'This is the role of an organisation’s own systems: no person holds it. Register the system as an integration client.',
  RoleForOneself:
    'Operators see none of the data, and give themselves no role. Ask another operator, or whoever leads the organisation or the framework.',
  AuthorityBorrowed:
    'You borrow the role by which roles are given and taken away here. Ask whoever lent it to you, or an operator.',
  OrganisationNotRegistered:
    'The organisation was not registered on the first day. Choose the day of its registration or a later one.',
  OrganisationClosed:
    'The organisation is closed on a day of the role. Choose a last day before it closes, or an organisation that goes on.',
  LocalityNotEstablished:
    'The locality was not established on the first day. Choose the day on which it was, or a later one.',
  RoleEndsBeforeStart: 'The role would end before it begins. Choose a later end.',
  RoleAlreadyHeld:
    'The person holds this role here at that time. End that grant first, or choose another day.',
  RoleNotHeld: 'The person does not hold this role here on that day. Choose a day on which they do.',
  NothingToCorrect:
    'The grant or delegation that this corrects is not on record, or has been corrected. Name the one that stands.',
  MembershipOfAnother: 'This membership is of another person, role or scope. Grant the role anew.',
  RoleCannotBeLent: 'This role is never lent. Whoever is to act in it must be given it.',
  DelegationToOneself: 'Nobody lends a role to themselves. Name somebody else.',
  DelegateUnknown:
    'Nobody of this id has to do with the organisation or locality in which you hold the role. Check the id.',
  DelegationEndsBeforeStart: 'The delegation would end before it begins. Choose a later end.',
  DelegationTooLong:
    'A delegation ends at the latest twelve months after it begins. Choose an earlier end, and lend the role again if need be.',
  RoleNotHeldThroughout:
    'You do not hold the role on every day of the delegation. Lend it for days on which you do.',
  DelegateHoldsRole:
    'This person holds the role there at that time, or has it from somebody already. Choose somebody else, or other days.',
  DelegationUnknown: 'This role was not lent under this id. Name a delegation that is on record.',
  DelegationNotInForce: 'The delegation does not hold on that day. There is nothing to end.',
} as const satisfies Record<string, string>;

export type MembershipRefusal = keyof typeof membershipRefusals;
