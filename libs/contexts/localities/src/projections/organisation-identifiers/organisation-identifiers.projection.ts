import type { Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { IdentifierAssigned, IdentifierEnded, IdentifierSystem } from '../../contracts.js';
import { beginning, dayAfter, ending, type Lasting } from '../lasting.js';

export interface OrganisationIdentifierRow extends Lasting {
  readonly assignment_id: Uuid;
  readonly organisation_id: Uuid;
  readonly system: IdentifierSystem;
  readonly value: string;
}

/** By which code of which register an organisation was known, and when. */
export const organisationIdentifiers = projection<
  OrganisationIdentifierRow,
  IdentifierAssigned | IdentifierEnded
>({
  name: 'organisation-identifiers',
  version: 1,
  table: 'localities.organisation_identifier',
  columns: {
    assignment_id: 'uuid',
    organisation_id: 'uuid',
    system: 'text',
    value: 'text',
    from_on: 'date',
    to_on: 'date',
  },
  key: ['assignment_id'],
  access: { class: 'C0', everyone: true },
  on: {
    IdentifierAssigned: (event) =>
      beginning<OrganisationIdentifierRow>(event, {
        assignment_id: event.id,
        organisation_id: event.data.organisationId,
        system: event.data.system,
        value: event.data.value,
        from_on: event.data.effectiveOn,
        to_on: dayAfter(event.data.until),
      }),
    IdentifierEnded: (event) => ending(event.data.assignmentId, event),
  },
});
