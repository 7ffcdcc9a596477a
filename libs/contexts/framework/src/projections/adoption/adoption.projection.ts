import type { Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, projection, recorded } from '@alongside/projections';
import type { AdoptionEvent } from '../../contracts.js';

/** What an organisation holds itself to from `effective_on`. The last uncorrected row of an adoption holds. */
export interface AdoptionRow extends FactColumns {
  readonly adoption_id: Uuid;
  readonly framework_id: Uuid;
  readonly organisation_id: Uuid;
  /** Null where nothing is adopted from then. */
  readonly version_id: Uuid | null;
}

export const adoptionProjection = projection<AdoptionRow, AdoptionEvent>({
  name: 'adoption',
  version: 1,
  table: 'framework.adoption',
  columns: {
    ...factColumns,
    adoption_id: 'uuid',
    framework_id: 'uuid',
    organisation_id: 'uuid',
    version_id: 'uuid',
  },
  key: ['event_id'],
  access: { class: 'C0', everyone: true },
  on: {
    VersionAdopted: (event) =>
      recorded<AdoptionRow>(event, {
        adoption_id: event.data.adoptionId,
        framework_id: event.data.frameworkId,
        organisation_id: event.data.organisationId,
        version_id: event.data.versionId,
      }),
    AdoptionEnded: (event) =>
      recorded<AdoptionRow>(event, {
        adoption_id: event.data.adoptionId,
        framework_id: event.data.frameworkId,
        organisation_id: event.data.organisationId,
        version_id: null,
      }),
  },
});
