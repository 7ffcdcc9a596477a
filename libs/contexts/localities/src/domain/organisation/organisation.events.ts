import type {
  IdentifierAssigned,
  IdentifierEnded,
  OrganisationClosed,
  OrganisationJoinedLocality,
  OrganisationLeftLocality,
  OrganisationMerged,
  OrganisationRegistered,
  OrganisationReopened,
  OrganisationRenamed,
  ReadinessItemLapsed,
  ReadinessItemMet,
  ReadinessItemWaived,
} from '../../contracts.js';

export type OrganisationEvent =
  | OrganisationRegistered
  | OrganisationRenamed
  | IdentifierAssigned
  | IdentifierEnded
  | OrganisationMerged
  | OrganisationClosed
  | OrganisationReopened
  | OrganisationJoinedLocality
  | OrganisationLeftLocality
  | ReadinessItemMet
  | ReadinessItemLapsed
  | ReadinessItemWaived;
