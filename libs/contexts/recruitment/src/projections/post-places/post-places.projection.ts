import type {
  PlaceReleased,
  PlaceReserved,
  PlacesAgreed,
  PostClosed,
  PostEstablished,
} from '@alongside/employment/contracts';
import type { Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';

export interface PostPlaceRow {
  readonly post_id: Uuid;
  readonly organisation_id: Uuid;
  /** Where the work is done; the same where it is not another. */
  readonly host_organisation_id: Uuid;
  readonly locality_id: Uuid;
  /** Null where the post is in no team on record. */
  readonly team_id: Uuid | null;
  readonly open: boolean;
  readonly places: number;
  readonly reserved: number;
  /** The engagements that hold the places. */
  readonly reserved_by: readonly Uuid[];
}

const withHolders = (row: PostPlaceRow, reserved_by: readonly Uuid[]): PostPlaceRow => ({
  ...row,
  reserved_by,
  reserved: reserved_by.length,
});

/**
 * How many places the posts have left, for opening vacancies and confirming offers. Employment's facts, so possibly
 * a moment behind: the post itself decides, and a refusal there comes back as a lost place.
 */
export const postPlaces = projection<
  PostPlaceRow,
  PostEstablished | PlacesAgreed | PlaceReserved | PlaceReleased | PostClosed
>({
  name: 'post-places',
  version: 2,
  table: 'recruitment.post_place',
  columns: {
    post_id: 'uuid',
    organisation_id: 'uuid',
    host_organisation_id: 'uuid',
    locality_id: 'uuid',
    team_id: 'uuid',
    open: 'boolean',
    places: 'integer',
    reserved: 'integer',
    reserved_by: 'uuid[]',
  },
  key: ['post_id'],
  access: { class: 'C2', organisations: ['organisation_id'] },
  on: {
    PostEstablished: ({ data }) => ({
      key: [data.postId],
      fold: () => ({
        post_id: data.postId,
        organisation_id: data.employingOrganisationId,
        host_organisation_id: data.hostOrganisationId,
        locality_id: data.localityId,
        team_id: data.teamId,
        open: true,
        places: data.places,
        reserved: 0,
        reserved_by: [],
      }),
    }),
    PlacesAgreed: ({ data }) => ({
      key: [data.postId],
      fold: (row) => row && { ...row, places: data.places },
    }),
    PlaceReserved: ({ data }) => ({
      key: [data.postId],
      fold: (row) =>
        row &&
        withHolders(row, [...row.reserved_by.filter((id) => id !== data.engagementId), data.engagementId]),
    }),
    PlaceReleased: ({ data }) => ({
      key: [data.postId],
      fold: (row) =>
        row &&
        withHolders(
          row,
          row.reserved_by.filter((id) => id !== data.engagementId),
        ),
    }),
    PostClosed: ({ data }) => ({ key: [data.postId], fold: (row) => row && { ...row, open: false } }),
  },
});
