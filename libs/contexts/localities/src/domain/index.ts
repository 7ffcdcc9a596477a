export { localitiesCatalogue } from './catalogue.js';
export type * from './break-glass/break-glass.commands.js';
export {
  breakGlass,
  HOURS_TO_ANSWER,
  isOpenAt,
  type BreakGlassState,
} from './break-glass/break-glass.decider.js';
export { breakGlassRefusals, type BreakGlassRefusal } from './break-glass/break-glass.refusals.js';
export { holdsOn, overlap, type Period } from './period.js';
export type * from './locality/locality.commands.js';
export {
  hostOn,
  hostsFrom,
  locality,
  type LocalityEvent,
  type LocalityState,
} from './locality/locality.decider.js';
export { localityRefusals, type LocalityRefusal } from './locality/locality.refusals.js';
export type * from './membership/membership.commands.js';
export {
  isHeldOn,
  membership,
  type Grant,
  type MembershipEvent,
  type MembershipState,
} from './membership/membership.decider.js';
export { membershipRefusals, type MembershipRefusal } from './membership/membership.refusals.js';
export { identifierForms, identifierText } from './organisation/identifier.rules.js';
export type * from './organisation/organisation.commands.js';
export { organisation } from './organisation/organisation.decider.js';
export type { OrganisationEvent } from './organisation/organisation.events.js';
export { organisationRefusals, type OrganisationRefusal } from './organisation/organisation.refusals.js';
export { nameOn, readinessOn, type OrganisationState } from './organisation/organisation.state.js';
export { LONGEST_WAIVER_MONTHS } from './organisation/readiness.rules.js';
