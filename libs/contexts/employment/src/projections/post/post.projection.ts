import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type { Band, PostBanded, PostCloseReason, PostEvent } from '../../contracts.js';

/** A banding that still stands, for the event that corrects it to find. */
interface StandingBanding {
  readonly event_id: Uuid;
  readonly from: CalendarDate;
  readonly band: Band;
}

/** A post as it is in the end: the latest places and band, even where they hold from a day to come. */
export interface PostRow {
  readonly post_id: Uuid;
  readonly title: string;
  readonly role_family: string;
  readonly employing_organisation_id: Uuid;
  readonly host_organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly team_id: Uuid | null;
  readonly team: string;
  readonly setting: string;
  readonly hours_per_week: number | null;
  readonly places: number;
  readonly places_from: CalendarDate;
  /** Places reserved and not released. */
  readonly places_held: number;
  readonly band: Band | null;
  readonly banded_on: CalendarDate | null;
  readonly bandings: readonly StandingBanding[];
  readonly equivalent_band: Band | null;
  readonly equivalent_from: CalendarDate | null;
  readonly established_on: CalendarDate;
  /** First day on which nobody can hold it. */
  readonly closed_on: CalendarDate | null;
  readonly close_reason: PostCloseReason | null;
}

type Of<Type extends PostEvent['type']> = Published<Extract<PostEvent, { type: Type }>>;

const established = ({ data }: Of<'PostEstablished'>): PostRow => ({
  post_id: data.postId,
  title: data.title,
  role_family: data.roleFamily,
  employing_organisation_id: data.employingOrganisationId,
  host_organisation_id: data.hostOrganisationId,
  locality_id: data.localityId,
  team_id: data.teamId,
  team: data.team,
  setting: data.setting,
  hours_per_week: data.hoursPerWeek,
  places: data.places,
  places_from: data.effectiveOn,
  places_held: 0,
  band: null,
  banded_on: null,
  bandings: [],
  equivalent_band: null,
  equivalent_from: null,
  established_on: data.effectiveOn,
  closed_on: null,
  close_reason: null,
});

const banded = (row: PostRow, { id, data, corrects }: Published<PostBanded>): PostRow => {
  const others = row.bandings.filter(({ event_id }) => event_id !== corrects?.eventId);
  const bandings = [...others, { event_id: id, from: data.effectiveOn, band: data.band }].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  const last = bandings.at(-1);
  return { ...row, bandings, band: last?.band ?? null, banded_on: last?.from ?? null };
};

const on = (
  event: { readonly data: { readonly postId: Uuid } },
  change: (row: PostRow) => PostRow,
): Change<PostRow> => ({ key: [event.data.postId], fold: (row) => row && change(row) });

export const postProjection = projection<PostRow, PostEvent>({
  name: 'post',
  version: 2,
  table: 'employment.post',
  columns: {
    post_id: 'uuid',
    title: 'text',
    role_family: 'text',
    employing_organisation_id: 'uuid',
    host_organisation_id: 'uuid',
    locality_id: 'uuid',
    team_id: 'uuid',
    team: 'text',
    setting: 'text',
    hours_per_week: 'number',
    places: 'integer',
    places_from: 'date',
    places_held: 'integer',
    band: 'text',
    banded_on: 'date',
    bandings: 'json',
    equivalent_band: 'text',
    equivalent_from: 'date',
    established_on: 'date',
    closed_on: 'date',
    close_reason: 'text',
  },
  key: ['post_id'],
  access: { class: 'C1', organisations: ['employing_organisation_id', 'host_organisation_id'] },
  on: {
    PostEstablished: (event) => ({ key: [event.data.postId], fold: () => established(event) }),
    PlacesAgreed: (event) =>
      on(event, (row) =>
        event.data.effectiveOn < row.places_from
          ? row
          : { ...row, places: event.data.places, places_from: event.data.effectiveOn },
      ),
    PostBanded: (event) => on(event, (row) => banded(row, event)),
    EquivalentBandDeclared: (event) =>
      on(event, (row) =>
        row.equivalent_from !== null && event.data.effectiveOn < row.equivalent_from
          ? row
          : { ...row, equivalent_band: event.data.band, equivalent_from: event.data.effectiveOn },
      ),
    PlaceReserved: (event) => on(event, (row) => ({ ...row, places_held: row.places_held + 1 })),
    PlaceReleased: (event) =>
      event.corrects ? undefined : on(event, (row) => ({ ...row, places_held: row.places_held - 1 })),
    PostClosed: (event) =>
      on(event, (row) => ({
        ...row,
        closed_on: event.data.effectiveOn,
        close_reason: event.data.reason,
      })),
  },
});
