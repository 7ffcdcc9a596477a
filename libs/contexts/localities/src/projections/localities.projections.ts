import type { AnyProjection } from '@alongside/projections';
import { agreements } from './agreements/agreements.projection.js';
import { breakGlasses } from './break-glasses/break-glasses.projection.js';
import { integrationClients } from './integration-clients/integration-clients.projection.js';
import { localities } from './localities/localities.projection.js';
import { localityMemberships } from './locality-memberships/locality-memberships.projection.js';
import { organisationIdentifiers } from './organisation-identifiers/organisation-identifiers.projection.js';
import { organisationNames } from './organisation-names/organisation-names.projection.js';
import { organisations } from './organisations/organisations.projection.js';
import { readinessEvidence } from './readiness-evidence/readiness-evidence.projection.js';
import { readiness } from './readiness/readiness.projection.js';
import { teams } from './teams/teams.projection.js';
import { accessGrants } from './access-grants/access-grants.projection.js';

/** Every read model of the localities context. */
export const localitiesProjections: readonly AnyProjection[] = [
  localities,
  organisations,
  organisationNames,
  organisationIdentifiers,
  localityMemberships,
  accessGrants,
  breakGlasses,
  agreements,
  readiness,
  integrationClients,
  readinessEvidence,
  teams,
];
