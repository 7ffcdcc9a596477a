import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Said, saying } from '@alongside/projections';
import type { LocalityEvent } from '../../domain/locality/locality.decider.js';

export interface LocalityRow {
  readonly locality_id: Uuid;
  readonly name: string;
  readonly established_on: CalendarDate;
  /** The last to be named; `hosts` says who was it when. */
  readonly host_organisation_id: Uuid;
  readonly hosts: readonly Said<Uuid>[];
}

type Hosting = Pick<LocalityRow, 'host_organisation_id' | 'hosts'>;

const hosting = (hosts: readonly Said<Uuid>[]): Hosting => ({
  host_organisation_id: hosts.at(-1)!.value,
  hosts,
});

/** Every locality, and the organisation that hosts it. */
export const localities = projection<LocalityRow, LocalityEvent>({
  name: 'localities',
  version: 1,
  table: 'localities.locality',
  columns: {
    locality_id: 'uuid',
    name: 'text',
    established_on: 'date',
    host_organisation_id: 'uuid',
    hosts: 'json',
  },
  key: ['locality_id'],
  access: { class: 'C0', everyone: true },
  on: {
    LocalityEstablished: (event) => ({
      key: [event.data.localityId],
      fold: (row) => ({
        locality_id: event.data.localityId,
        name: event.data.name,
        established_on: event.data.effectiveOn,
        ...hosting(saying(row?.hosts ?? [], event, event.data.hostOrganisationId)),
      }),
    }),
    LocalityHostNamed: (event) => ({
      key: [event.data.localityId],
      fold: (row) => row && { ...row, ...hosting(saying(row.hosts, event, event.data.hostOrganisationId)) },
    }),
  },
});
