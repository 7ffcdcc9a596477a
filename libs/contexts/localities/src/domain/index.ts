export { localitiesCatalogue } from './catalogue.js';
export type * from './agreement/agreement.commands.js';
export { agreement, type AgreementState } from './agreement/agreement.decider.js';
export { MOST_PARTIES } from './agreement/agreement.drawing-up.js';
export { pairsOf, partiesOf, type AgreementPair } from './agreement/agreement.parties.js';
export { agreementRefusals, type AgreementRefusal } from './agreement/agreement.refusals.js';
export {
  pairsOn,
  pairStandings,
  type AgreementOnRecord,
  type PairStanding,
  type PartyOnRecord,
  type StandingOfPair,
} from './agreement/pair-standing.js';
export type * from './break-glass/break-glass.commands.js';
export {
  breakGlass,
  HOURS_TO_ANSWER,
  isOpenAt,
  type BreakGlassState,
} from './break-glass/break-glass.decider.js';
export { breakGlassRefusals, type BreakGlassRefusal } from './break-glass/break-glass.refusals.js';
export { holdsOn, isEmpty, overlap, within, type Period } from './period.js';
export type * from './integration-client/integration-client.commands.js';
export {
  integrationClient,
  type IntegrationClientState,
} from './integration-client/integration-client.decider.js';
export {
  integrationClientRefusals,
  type IntegrationClientRefusal,
} from './integration-client/integration-client.refusals.js';
export { keyGiven, type GivenKey, type PublicKey } from './integration-client/public-key.rules.js';
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
export { LONGEST_DELEGATION_MONTHS, neverLent } from './membership/delegation.rules.js';
export { membership } from './membership/membership.decider.js';
export { membershipRefusals, type MembershipRefusal } from './membership/membership.refusals.js';
export {
  isHeldOn,
  type Delegation,
  type Grant,
  type MembershipEvent,
  type MembershipState,
} from './membership/membership.state.js';
export type * from './operators/operators.commands.js';
export {
  lastingFrom,
  operators,
  type OperatorsEvent,
  type OperatorsState,
} from './operators/operators.decider.js';
export { operatorsRefusals, type OperatorsRefusal } from './operators/operators.refusals.js';
export { identifierForms, identifierText } from './organisation/identifier.rules.js';
export type * from './organisation/organisation.commands.js';
export { organisation } from './organisation/organisation.decider.js';
export type { OrganisationEvent } from './organisation/organisation.events.js';
export { organisationRefusals, type OrganisationRefusal } from './organisation/organisation.refusals.js';
export { nameOn, type OrganisationState } from './organisation/organisation.state.js';
export type * from './readiness/readiness.commands.js';
export { readinessRefusals, type ReadinessRefusal } from './readiness/readiness.refusals.js';
export { LONGEST_WAIVER_MONTHS } from './readiness/readiness.rules.js';
export { readinessOn } from './readiness/readiness.state.js';
export type * from './team/team.commands.js';
export { team } from './team/team.decider.js';
export { teamRefusals, type TeamRefusal } from './team/team.refusals.js';
export { teamOn, type TeamEvent, type TeamState } from './team/team.state.js';
