import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { IntegrationKey } from '../../projections/integration-clients/integration-clients.projection.js';
import type { IntegrationClient } from './integration-client.types.js';
import { thumbprintOf } from './thumbprint.js';

type Row = Omit<IntegrationClient, 'keys'> & { readonly keys: readonly IntegrationKey[] };

const client = `
  SELECT integration_client_id AS "integrationClientId", organisation_id AS "organisationId", client, name, mutations,
    classes, keys, registered_on AS "registeredOn", disabled_on AS "disabledOn"
  FROM localities.integration_client
  WHERE organisation_id = $1 AND ($2::boolean OR organisation_id = ANY ($3::uuid[]))`;

@Injectable()
export class IntegrationClientReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Null where there is none, and for whoever neither leads the organisation nor operates the program. */
  async integrationClient({ scope }: Act, organisationId: Uuid): Promise<IntegrationClient | null> {
    const [row] = await this.readModels.query<Row>(scope, {
      name: 'localities.integration_client',
      text: client,
      values: [organisationId, scope.operates, scope.roles.organisationLead],
    });
    if (!row) return null;
    return { ...row, keys: row.keys.map((key) => ({ ...key, thumbprint: thumbprintOf(key.publicKey) })) };
  }
}
