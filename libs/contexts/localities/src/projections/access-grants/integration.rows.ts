import { clientActorId } from '@alongside/identity/access';
import type { Projection } from '@alongside/projections';
import type { IntegrationClientEvent } from '../../contracts.js';
import type { AccessGrantRow } from './access-grant.row.js';
import { changing, granted } from './granting.js';

/** What an organisation's own systems may do. */
export const integrationRows: Projection<AccessGrantRow, IntegrationClientEvent>['on'] = {
  IntegrationClientRegistered: (event) => {
    const { integrationClientId, organisationId, client, mutations, classes } = event.data;
    return {
      key: [integrationClientId],
      fold: () =>
        granted(event, {
          grant_id: integrationClientId,
          basis: 'integration',
          holder_kind: 'client',
          holder_id: clientActorId(client),
          role: 'integration',
          scope_kind: 'organisation',
          scope_id: organisationId,
          organisation_id: organisationId,
          mutations,
          classes,
        }),
    };
  },
  IntegrationScopesAgreed: (event) =>
    changing(event.data.integrationClientId, event, () => ({
      mutations: event.data.mutations,
      classes: event.data.classes,
    })),
  IntegrationClientDisabled: (event) =>
    changing(event.data.integrationClientId, event, () => ({ suspended: true })),
  IntegrationClientEnabled: (event) =>
    changing(event.data.integrationClientId, event, () => ({ suspended: false })),
};
