import { describe, expect, it } from '@jest/globals';
import { uuid5, type Uuid } from '@alongside/kernel';
import { foldSpec, givenId, rowsAfter, type GivenEvent } from '@alongside/projections/testing';
import { postBandingProjection, type PostBandingRow } from '../post-banding/post-banding.projection.js';
import { postProjection, type PostRow } from './post.projection.js';

const whose = {
  postId: uuid5('post'),
  employingOrganisationId: uuid5('employer'),
  hostOrganisationId: uuid5('host'),
  localityId: uuid5('locality'),
};
const established: GivenEvent = {
  type: 'PostEstablished',
  data: {
    ...whose,
    effectiveOn: '2025-03-01',
    title: 'Peer support worker',
    roleFamily: 'peerWorker',
    teamId: null,
    team: 'Meadow ward',
    setting: 'inpatientWard',
    places: 2,
    hoursPerWeek: 37.5,
  },
};
const banded = (band: string, effectiveOn: string, corrects?: Uuid): GivenEvent => ({
  type: 'PostBanded',
  data: { ...whose, effectiveOn, band, evaluation: 'JE-101' },
  ...(corrects ? { corrects: { eventId: corrects, reason: 'wrongDate' } } : {}),
  recordedAt: '2025-12-01T09:00:00.000Z',
});
const reserved = (name: string): GivenEvent => ({
  type: 'PlaceReserved',
  data: { ...whose, effectiveOn: '2025-06-01', engagementId: uuid5(name) },
});
const released = (name: string, effectiveOn: string, corrects?: Uuid): GivenEvent => ({
  type: 'PlaceReleased',
  data: { ...whose, effectiveOn, engagementId: uuid5(name) },
  ...(corrects ? { corrects: { eventId: corrects, reason: 'wrongDate' } } : {}),
});

const rowAfter = (...events: GivenEvent[]): PostRow | undefined =>
  rowsAfter<PostRow>(postProjection, [established, ...events])[0];

describe('the register of posts', () => {
  it('shows a post as it was established', () => {
    foldSpec<PostRow>(postProjection).given(established).then({
      post_id: whose.postId,
      title: 'Peer support worker',
      role_family: 'peerWorker',
      employing_organisation_id: whose.employingOrganisationId,
      host_organisation_id: whose.hostOrganisationId,
      locality_id: whose.localityId,
      team_id: null,
      team: 'Meadow ward',
      setting: 'inpatientWard',
      hours_per_week: 37.5,
      places: 2,
      places_from: '2025-03-01',
      places_held: 0,
      band: null,
      banded_on: null,
      bandings: [],
      equivalent_band: null,
      equivalent_from: null,
      established_on: '2025-03-01',
      closed_on: null,
      close_reason: null,
    });
  });
  it('shows the team that it is in', () => {
    const inTeam = { ...established, data: { ...established.data, teamId: uuid5('a team') } };
    expect(rowsAfter<PostRow>(postProjection, [inTeam])[0]?.team_id).toBe(uuid5('a team'));
  });
  it('counts the places that are held', () => {
    expect(rowAfter(reserved('one'), reserved('two'), released('one', '2025-09-01'))?.places_held).toBe(1);
  });
  it('counts a release once, however often its day is corrected', () => {
    expect(
      rowAfter(reserved('one'), released('one', '2025-09-01'), released('one', '2025-09-15', givenId(2)))
        ?.places_held,
    ).toBe(0);
  });
  it('keeps the latest band when an older one is learnt afterwards', () => {
    expect(rowAfter(banded('4', '2025-08-01'), banded('3', '2025-04-01'))).toMatchObject({
      band: '4',
      banded_on: '2025-08-01',
    });
  });
  it('falls back to the band before when the latest is corrected to an earlier day', () => {
    const row = rowAfter(
      banded('3', '2025-06-01'),
      banded('4', '2025-08-01'),
      banded('4', '2025-05-01', givenId(2)),
    );
    expect(row).toMatchObject({ band: '3', banded_on: '2025-06-01' });
    expect(row?.bandings.map(({ band }) => band)).toEqual(['4', '3']);
  });
  it('keeps the latest number of places and the latest equivalent', () => {
    const places = (count: number, effectiveOn: string): GivenEvent => ({
      type: 'PlacesAgreed',
      data: { ...whose, effectiveOn, places: count },
    });
    const equivalent = (band: string, effectiveOn: string): GivenEvent => ({
      type: 'EquivalentBandDeclared',
      data: { ...whose, effectiveOn, band },
    });
    expect(
      rowAfter(
        places(5, '2025-09-01'),
        places(3, '2025-07-01'),
        equivalent('4', '2025-09-01'),
        equivalent('3', '2025-07-01'),
      ),
    ).toMatchObject({ places: 5, places_from: '2025-09-01', equivalent_band: '4' });
  });
  it('shows when and why it was closed', () => {
    expect(
      rowAfter({
        type: 'PostClosed',
        data: { ...whose, effectiveOn: '2025-12-01', reason: 'fundingEnded' },
      }),
    ).toMatchObject({ closed_on: '2025-12-01', close_reason: 'fundingEnded' });
  });
});

describe('the bandings of posts', () => {
  it('keep what was believed until it was corrected', () => {
    const rows = rowsAfter<PostBandingRow>(postBandingProjection, [
      banded('3', '2025-06-01'),
      {
        ...banded('3', '2025-05-01', givenId(0)),
        data: {
          ...whose,
          effectiveOn: '2025-05-01',
          band: '3',
          evaluation: 'JE-101',
          correctionNote: 'As in the letter.',
        },
        recordedAt: '2026-01-10T09:00:00.000Z',
      },
    ]);
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(
      expect.objectContaining({
        event_id: givenId(0),
        effective_on: '2025-06-01',
        corrected_at: '2026-01-10T09:00:00.000Z',
        correction_note: null,
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        event_id: givenId(1),
        effective_on: '2025-05-01',
        corrected_at: null,
        correction_note: 'As in the letter.',
      }),
    );
  });
  it('show no note whose key was destroyed', () => {
    const [row] = rowsAfter<PostBandingRow>(postBandingProjection, [
      {
        type: 'PostBanded',
        data: {
          ...whose,
          effectiveOn: '2025-05-01',
          band: '3',
          evaluation: 'JE-101',
          correctionNote: { erased: true, at: '2026-01-01T00:00:00.000Z' },
        },
      },
    ]);
    expect(row?.correction_note).toBeNull();
  });
  it('tell an evaluated band from a declared one', () => {
    const [row] = rowsAfter<PostBandingRow>(postBandingProjection, [
      { type: 'EquivalentBandDeclared', data: { ...whose, effectiveOn: '2025-05-01', band: '3' } },
    ]);
    expect(row).toMatchObject({ basis: 'equivalent', band: '3', evaluation: null });
  });
});
