import type { Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, factOf, projection, recording } from '@alongside/projections';
import type { OrganisationRegistered, OrganisationRenamed } from '../../contracts.js';

export interface OrganisationNameRow extends FactColumns {
  readonly organisation_id: Uuid;
  readonly name: string;
}

/** Every name an organisation was ever said to bear: from which day, and when that was learnt and corrected. */
export const organisationNames = projection<
  OrganisationNameRow,
  OrganisationRegistered | OrganisationRenamed
>({
  name: 'organisation-names',
  version: 1,
  table: 'localities.organisation_name',
  columns: { ...factColumns, organisation_id: 'uuid', name: 'text' },
  key: ['event_id'],
  access: { class: 'C0', counted: true, everyone: true },
  on: {
    OrganisationRegistered: (event) =>
      recording(event, {
        ...factOf(event),
        organisation_id: event.data.organisationId,
        name: event.data.name,
      }),
    OrganisationRenamed: (event) =>
      recording(event, {
        ...factOf(event),
        organisation_id: event.data.organisationId,
        name: event.data.name,
      }),
  },
});
