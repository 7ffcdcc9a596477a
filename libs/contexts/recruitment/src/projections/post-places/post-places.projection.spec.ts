import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec } from '@alongside/projections/testing';
import { localityId, organisationId, postId } from '../../domain/testing/examples.js';
import { postPlaces, type PostPlaceRow } from './post-places.projection.js';

const { given } = foldSpec<PostPlaceRow>(postPlaces);

const of = {
  postId,
  employingOrganisationId: organisationId,
  hostOrganisationId: uuid5('host'),
  localityId,
  effectiveOn: '2025-01-01',
};
const established = { type: 'PostEstablished', data: { ...of, teamId: uuid5('team'), places: 2 } };
const reserved = (engagementId: string) => ({ type: 'PlaceReserved', data: { ...of, engagementId } });
const released = (engagementId: string) => ({ type: 'PlaceReleased', data: { ...of, engagementId } });
const [one, two] = [uuid5('one'), uuid5('two')];

const row: PostPlaceRow = {
  post_id: postId,
  organisation_id: organisationId,
  host_organisation_id: uuid5('host'),
  locality_id: localityId,
  team_id: uuid5('team'),
  open: true,
  places: 2,
  reserved: 0,
  reserved_by: [],
};

describe('the places of a post', () => {
  it('belong to the employing organisation', () => {
    given(established).then(row);
  });
  it('are as many as were last agreed', () => {
    given(established, { type: 'PlacesAgreed', data: { ...of, places: 5 } }).then({ ...row, places: 5 });
  });
  it('are counted while engagements hold them', () => {
    given(established, reserved(one), reserved(two)).then({ ...row, reserved: 2, reserved_by: [one, two] });
    given(established, reserved(one), reserved(two), released(one)).then({
      ...row,
      reserved: 1,
      reserved_by: [two],
    });
  });
  it('are not freed twice when the day of a release is corrected', () => {
    given(established, reserved(one), reserved(two), released(one), released(one)).then({
      ...row,
      reserved: 1,
      reserved_by: [two],
    });
  });
  it('cannot be had once the post is closed', () => {
    given(established, { type: 'PostClosed', data: of }).then({ ...row, open: false });
  });
  it('are unknown for a post that was never established', () => {
    given(reserved(one)).thenNothing();
  });
});
