import type { Catalogue } from '@alongside/kernel';
import type { LocalitiesEvent } from '../contracts.js';

const ofTeam = ['teamId', 'organisationId', 'effectiveOn'] as const;
const ofAgreement = ['agreementId', 'localityId', 'disclosing', 'receiving', 'effectiveOn'] as const;
const ofBreakGlass = [
  'breakGlassId',
  'requestedBy',
  'organisationId',
  'personId',
  'classes',
  'effectiveOn',
] as const;
const ofClient = ['integrationClientId', 'organisationId', 'effectiveOn'] as const;

/** Organisations and rights are public reference data or ids: of free text, what is public stays open and everything else is sealed. */
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
    open: ['organisationId', 'teamId', 'clauseId', 'until', 'effectiveOn'],
    sealed: { evidenceNote: 'C2' },
  },
  ReadinessItemLapsed: {
    version: 1,
    subject: null,
    open: ['organisationId', 'teamId', 'clauseId', 'effectiveOn'],
  },
  ReadinessItemWaived: {
    version: 1,
    subject: 'waivedBy',
    open: ['organisationId', 'teamId', 'clauseId', 'waivedBy', 'reason', 'expiresOn', 'effectiveOn'],
  },
  RoleDelegated: {
    version: 1,
    subject: 'personId',
    open: ['membershipId', 'grantId', 'personId', 'delegateId', 'role', 'scope', 'endsOn', 'effectiveOn'],
  },
  DelegationEnded: {
    version: 1,
    subject: 'personId',
    open: ['membershipId', 'delegationId', 'personId', 'delegateId', 'role', 'scope', 'effectiveOn'],
  },
  TeamFormed: { version: 1, subject: null, open: [...ofTeam, 'name', 'setting'] },
  TeamRenamed: { version: 1, subject: null, open: [...ofTeam, 'name'] },
  TeamSettingNamed: { version: 1, subject: null, open: [...ofTeam, 'setting'] },
  TeamDisbanded: { version: 1, subject: null, open: [...ofTeam] },
  TeamReinstated: { version: 1, subject: null, open: [...ofTeam] },
  AgreementDrawnUp: {
    version: 1,
    subject: null,
    open: [
      ...ofAgreement,
      'title',
      'purposes',
      'classes',
      'lawfulBasis',
      'specialCondition',
      'reference',
      'endsOn',
    ],
  },
  AgreementSigned: { version: 1, subject: 'signedBy', open: [...ofAgreement, 'party', 'signedBy'] },
  AgreementSuspended: {
    version: 1,
    subject: null,
    open: [...ofAgreement, 'party', 'suspendedBy'],
    sealed: { reason: 'C2' },
  },
  AgreementResumed: { version: 1, subject: 'resumedBy', open: [...ofAgreement, 'party', 'resumedBy'] },
  AgreementLeft: { version: 1, subject: 'leftBy', open: [...ofAgreement, 'party', 'leftBy'] },
  AgreementEnded: { version: 1, subject: 'endedBy', open: [...ofAgreement, 'endedBy'] },
  BreakGlassRequested: {
    version: 1,
    subject: null,
    open: [...ofBreakGlass, 'hours'],
    sealed: { reason: 'C2' },
  },
  BreakGlassApproved: {
    version: 1,
    subject: 'requestedBy',
    open: [...ofBreakGlass, 'approvedBy', 'from', 'until'],
  },
  BreakGlassRefused: { version: 1, subject: 'requestedBy', open: [...ofBreakGlass, 'refusedBy'] },
  BreakGlassEnded: { version: 1, subject: 'requestedBy', open: [...ofBreakGlass, 'endedBy', 'at'] },
  IntegrationClientRegistered: {
    version: 1,
    subject: null,
    open: [...ofClient, 'client', 'name', 'mutations', 'classes'],
  },
  IntegrationScopesAgreed: { version: 1, subject: null, open: [...ofClient, 'mutations', 'classes'] },
  IntegrationKeyAdded: { version: 1, subject: null, open: [...ofClient, 'keyId', 'publicKey'] },
  IntegrationKeyRetired: { version: 1, subject: null, open: [...ofClient, 'keyId'] },
  IntegrationClientDisabled: { version: 1, subject: null, open: [...ofClient] },
  IntegrationClientEnabled: { version: 1, subject: null, open: [...ofClient] },
};
