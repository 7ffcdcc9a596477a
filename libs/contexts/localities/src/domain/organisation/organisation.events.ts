import type {
  IdentifierAssigned,
  IdentifierEnded,
  OrganisationClosed,
  OrganisationJoinedLocality,
  OrganisationLeftLocality,
  OrganisationMerged,
  OrganisationRegistered,
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
  | OrganisationJoinedLocality
  | OrganisationLeftLocality
  | ReadinessItemMet
  | ReadinessItemLapsed
  | ReadinessItemWaived;
