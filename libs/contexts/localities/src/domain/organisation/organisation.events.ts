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
} from '../../contracts.js';
import type { ReadinessEvent } from '../readiness/readiness.state.js';

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
  | ReadinessEvent;
