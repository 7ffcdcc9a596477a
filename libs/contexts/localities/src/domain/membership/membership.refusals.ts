export const membershipRefusals = {
  RoleNotHeldInSuchScope:
    'This role is not held in a scope of this kind. Choose another scope, or another role.',
  ScopeOfAnother: 'A role over oneself is held by the person alone. Name the same person as scope.',
  RoleEndsBeforeStart: 'The role would end before it begins. Choose a later end.',
  RoleAlreadyHeld:
    'The person holds this role here at that time. End that grant first, or choose another day.',
  RoleNotHeld: 'The person does not hold this role here on that day. Choose a day on which they do.',
  NothingToCorrect:
    'The grant that this corrects is not on record, or has been corrected. Name the one that stands.',
  MembershipOfAnother: 'This membership is of another person, role or scope. Grant the role anew.',
} as const satisfies Record<string, string>;

export type MembershipRefusal = keyof typeof membershipRefusals;
