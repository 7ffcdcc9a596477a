import type { Catalogue } from '@alongside/kernel';
import type { LocalitiesEvent } from '../contracts.js';

/** Organisations and rights are public reference data or ids: nothing here is personal but the evidence note. */
export const localitiesCatalogue: Catalogue<LocalitiesEvent> = {
  LocalityEstablished: {
    version: 1,
    subject: null,
    open: ['localityId', 'name', 'hostOrganisationId', 'effectiveOn'],
  },
  LocalityHostNamed: { version: 1, subject: null, open: ['localityId', 'hostOrganisationId', 'effectiveOn'] },
  OrganisationRegistered: {
    version: 1,
    subject: null,
    open: ['organisationId', 'name', 'sector', 'effectiveOn'],
  },
  OrganisationRenamed: { version: 1, subject: null, open: ['organisationId', 'name', 'effectiveOn'] },
  IdentifierAssigned: {
    version: 1,
    subject: null,
    open: ['organisationId', 'system', 'value', 'until', 'effectiveOn'],
  },
  IdentifierEnded: {
    version: 1,
    subject: null,
    open: ['organisationId', 'assignmentId', 'system', 'value', 'effectiveOn'],
  },
  OrganisationMerged: {
    version: 1,
    subject: null,
    open: ['organisationId', 'intoOrganisationId', 'effectiveOn'],
  },
  OrganisationClosed: { version: 1, subject: null, open: ['organisationId', 'effectiveOn'] },
  OrganisationReopened: { version: 1, subject: null, open: ['organisationId', 'effectiveOn'] },
  OrganisationJoinedLocality: {
    version: 1,
    subject: null,
    open: ['organisationId', 'localityId', 'effectiveOn'],
  },
  OrganisationLeftLocality: {
    version: 1,
    subject: null,
    open: ['organisationId', 'localityId', 'joiningId', 'effectiveOn'],
  },
  RoleGranted: {
    version: 1,
    subject: 'personId',
    open: ['membershipId', 'personId', 'role', 'scope', 'endsOn', 'effectiveOn'],
  },
  RoleEnded: {
    version: 1,
    subject: 'personId',
    open: ['membershipId', 'grantId', 'personId', 'role', 'scope', 'effectiveOn'],
  },
  ReadinessItemMet: {
    version: 1,
    subject: null,
    open: ['organisationId', 'clauseId', 'until', 'effectiveOn'],
    sealed: { evidenceNote: 'C2' },
  },
  ReadinessItemLapsed: { version: 1, subject: null, open: ['organisationId', 'clauseId', 'effectiveOn'] },
  ReadinessItemWaived: {
    version: 1,
    subject: 'waivedBy',
    open: ['organisationId', 'clauseId', 'waivedBy', 'reason', 'expiresOn', 'effectiveOn'],
  },
};
