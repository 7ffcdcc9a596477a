import type { CalendarDate, Uuid } from '@alongside/kernel';
import { type Change, projection, type Published, type Said, saying, without } from '@alongside/projections';
import type { Sector } from '../../contracts.js';
import type { OrganisationEvent } from '../../domain/organisation/organisation.events.js';

/** What was said over time, as far as it decides the columns beside it. */
interface OrganisationHistory {
  readonly names: readonly Said<string>[];
  readonly odsCodes: readonly Said<string>[];
  /** Localities joined and not left. */
  readonly stays: readonly Said<Uuid>[];
}

export interface OrganisationRow {
  readonly organisation_id: Uuid;
  /** The last of its names; `localities.organisation_name` says which one it bore when. */
  readonly name: string;
  readonly sector: Sector;
  /** The last that it held, also after its end. */
  readonly ods_code: string | null;
  readonly registered_on: CalendarDate;
  /** The first day on which it is closed; it may lie ahead. */
  readonly closed_on: CalendarDate | null;
  readonly merged_into: Uuid | null;
  /** Joined and no leaving on record; `localities.locality_membership` says which on what day. */
  readonly locality_ids: readonly Uuid[];
  readonly history: OrganisationHistory;
}

type Told = Pick<OrganisationRow, 'name' | 'ods_code' | 'locality_ids' | 'history'>;

const telling = (history: OrganisationHistory): Told => ({
  name: history.names.at(-1)!.value,
  ods_code: history.odsCodes.at(-1)?.value ?? null,
  locality_ids: [...new Set(history.stays.map(({ value }) => value))].toSorted(),
  history,
});

const change = (
  { data }: Published<OrganisationEvent>,
  fold: (row: OrganisationRow) => OrganisationRow,
): Change<OrganisationRow> => ({ key: [data.organisationId], fold: (row) => row && fold(row) });

const retelling = (
  event: Published<OrganisationEvent>,
  retold: (history: OrganisationHistory) => Partial<OrganisationHistory>,
): Change<OrganisationRow> =>
  change(event, (row) => ({ ...row, ...telling({ ...row.history, ...retold(row.history) }) }));

/** Every partner organisation as it stands: public reference data. */
export const organisations = projection<OrganisationRow, OrganisationEvent>({
  name: 'organisations',
  version: 1,
  table: 'localities.organisation',
  columns: {
    organisation_id: 'uuid',
    name: 'text',
    sector: 'text',
    ods_code: 'text',
    registered_on: 'date',
    closed_on: 'date',
    merged_into: 'uuid',
    locality_ids: 'uuid[]',
    history: 'json',
  },
  key: ['organisation_id'],
  access: { class: 'C0', counted: true, everyone: true },
  on: {
    OrganisationRegistered: (event) => ({
      key: [event.data.organisationId],
      fold: (row) => ({
        organisation_id: event.data.organisationId,
        sector: event.data.sector,
        registered_on: event.data.effectiveOn,
        closed_on: row?.closed_on ?? null,
        merged_into: row?.merged_into ?? null,
        ...telling({
          names: saying(row?.history.names ?? [], event, event.data.name),
          odsCodes: row?.history.odsCodes ?? [],
          stays: row?.history.stays ?? [],
        }),
      }),
    }),
    OrganisationRenamed: (event) =>
      retelling(event, ({ names }) => ({ names: saying(names, event, event.data.name) })),
    IdentifierAssigned: (event) =>
      retelling(event, ({ odsCodes }) => ({
        odsCodes:
          event.data.system === 'ods' ? saying(odsCodes, event, event.data.value) : without(odsCodes, event),
      })),
    IdentifierEnded: (event) => retelling(event, ({ odsCodes }) => ({ odsCodes: without(odsCodes, event) })),
    OrganisationJoinedLocality: (event) =>
      retelling(event, ({ stays }) => ({ stays: saying(stays, event, event.data.localityId) })),
    OrganisationLeftLocality: (event) =>
      retelling(event, ({ stays }) => ({
        stays: stays.filter(({ eventId }) => eventId !== event.data.joiningId),
      })),
    OrganisationMerged: (event) =>
      change(event, (row) => ({
        ...row,
        closed_on: event.data.effectiveOn,
        merged_into: event.data.intoOrganisationId,
      })),
    OrganisationClosed: (event) => change(event, (row) => ({ ...row, closed_on: event.data.effectiveOn })),
    OrganisationReopened: (event) => change(event, (row) => ({ ...row, closed_on: null, merged_into: null })),
  },
});
