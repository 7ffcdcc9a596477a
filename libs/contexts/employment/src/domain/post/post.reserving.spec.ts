import { describe, expect, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import { engagementIdOf, type OfPost, type PlaceReleased, type PlaceReserved } from '../../contracts.js';
import type { PostEstablished, ReservationRefusal, ReservationRefused } from '../../contracts.js';
import type { ReservePlace } from './post.commands.js';
import { post } from './post.decider.js';
import { heldOn, leftFrom } from './post.places.js';

const { given } = specFor(post);

const whose: Omit<OfPost, 'effectiveOn'> = {
  postId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0001',
  employingOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0002',
  hostOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003',
  localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0004',
};
const established = (places: number): PostEstablished => ({
  type: 'PostEstablished',
  data: {
    ...whose,
    effectiveOn: '2025-03-01',
    title: 'Peer support worker',
    roleFamily: 'peerWorker',
    teamId: null,
    team: 'Meadow ward',
    setting: 'inpatientWard',
    places,
    hoursPerWeek: 37.5,
  },
});
const application = (n: number) => `0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b000${n}`;
const person = (n: number) => `0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1c000${n}`;
const reserve = (n: number, change: Partial<ReservePlace> = {}): ReservePlace => ({
  type: 'ReservePlace',
  engagementId: engagementIdOf(application(n)),
  applicationId: application(n),
  personId: person(n),
  startsOn: '2025-06-01',
  engagementKind: 'agendaForChange',
  hoursPerWeek: 30,
  fixedTermUntil: null,
  askedOn: '2025-05-10',
  ...change,
});
const reserved = (n: number, change: Partial<PlaceReserved['data']> = {}): PlaceReserved => {
  const startsOn = change.startsOn ?? '2025-06-01';
  return {
    type: 'PlaceReserved',
    data: {
      ...whose,
      effectiveOn: startsOn,
      engagementId: engagementIdOf(application(n)),
      applicationId: application(n),
      personId: person(n),
      startsOn,
      engagementKind: 'agendaForChange',
      hoursPerWeek: 30,
      fixedTermUntil: null,
      title: 'Peer support worker',
      roleFamily: 'peerWorker',
      ...change,
    },
  };
};
const refused = (n: number, reason: ReservationRefusal, change: object = {}): ReservationRefused => ({
  type: 'ReservationRefused',
  data: {
    ...whose,
    effectiveOn: '2025-05-10',
    applicationId: application(n),
    startsOn: '2025-06-01',
    reason,
    ...change,
  },
});
const released = (n: number, effectiveOn: string): PlaceReleased => ({
  type: 'PlaceReleased',
  data: { ...whose, effectiveOn, engagementId: engagementIdOf(application(n)) },
});

describe('reserving a place', () => {
  it('holds it from the first day and says all that is needed to begin the engagement', () => {
    given(established(1)).when(reserve(1)).then(reserved(1));
  });
  it('decides nothing when the same application asks again', () => {
    given(established(2), reserved(1)).when(reserve(1)).thenNothing();
  });
  it('decides nothing when the place of that application was released since', () => {
    given(established(2), reserved(1), released(1, '2025-09-01')).when(reserve(1)).thenNothing();
  });
  it('gives the hours of the post where the offer named none', () => {
    given(established(1))
      .when(reserve(1, { hoursPerWeek: null }))
      .then(reserved(1, { hoursPerWeek: 37.5 }));
  });
  it.each(['bank', 'honorary', 'volunteer', 'involvementPayment'] as const)(
    'leaves the hours of %s open where the offer named none',
    (engagementKind) => {
      given(established(1))
        .when(reserve(1, { engagementKind, hoursPerWeek: null }))
        .then(reserved(1, { engagementKind, hoursPerWeek: null }));
    },
  );
  it('gives the place once it is free again', () => {
    given(established(1), reserved(1, { startsOn: '2025-04-01' }), released(1, '2025-06-01'))
      .when(reserve(2))
      .then(reserved(2));
  });
  it('takes a start on the very day the post is established', () => {
    given(established(1))
      .when(reserve(1, { startsOn: '2025-03-01' }))
      .then(reserved(1, { startsOn: '2025-03-01' }));
  });
  it('refuses impossible hours', () => {
    given(established(1))
      .when(reserve(1, { hoursPerWeek: 90 }))
      .thenRejected('HoursOutOfRange');
  });
  it('refuses a term that ends before it begins', () => {
    given(established(1))
      .when(reserve(1, { fixedTermUntil: '2025-05-31' }))
      .thenRejected('TermEndsBeforeStart');
  });
  it('cannot be asked of a post that does not exist', () => {
    given().when(reserve(1)).thenRejected('PostNotOpen');
  });
});

describe('a place that an applicant cannot have', () => {
  it('records that no place is left', () => {
    given(established(1), reserved(1)).when(reserve(2)).then(refused(2, 'NoPlaceLeft'));
  });
  it('sees that the place is promised from a later day', () => {
    given(established(1), reserved(1, { startsOn: '2025-09-01' }))
      .when(reserve(2))
      .then(refused(2, 'NoPlaceLeft'));
  });
  it('sees that the place is free only from a later day', () => {
    given(established(1), reserved(1, { startsOn: '2025-04-01' }), released(1, '2025-06-02'))
      .when(reserve(2))
      .then(refused(2, 'NoPlaceLeft'));
  });
  it('sees that there are fewer places from a later day', () => {
    given(established(2), reserved(1), {
      type: 'PlacesAgreed',
      data: { ...whose, effectiveOn: '2025-10-01', places: 1 },
    })
      .when(reserve(2))
      .then(refused(2, 'NoPlaceLeft'));
  });
  it('records that the post is closed', () => {
    given(established(1), {
      type: 'PostClosed',
      data: { ...whose, effectiveOn: '2025-05-01', reason: 'reorganised' },
    })
      .when(reserve(1))
      .then(refused(1, 'PostClosed'));
  });
  it('records that the start lies before the post, no earlier than the post exists', () => {
    given(established(1))
      .when(reserve(1, { startsOn: '2025-02-15', askedOn: '2025-02-01' }))
      .then(refused(1, 'StartsBeforePost', { effectiveOn: '2025-03-01', startsOn: '2025-02-15' }));
  });
  it('is said once for an application', () => {
    given(established(1), reserved(1), refused(2, 'NoPlaceLeft')).when(reserve(2)).thenNothing();
  });
  it('is said again for another first day', () => {
    given(established(1), reserved(1), refused(2, 'NoPlaceLeft'))
      .when(reserve(2, { startsOn: '2025-07-01' }))
      .then(refused(2, 'NoPlaceLeft', { startsOn: '2025-07-01' }));
  });
  it('is given after all once a place has come free', () => {
    given(established(1), reserved(1), refused(2, 'NoPlaceLeft'), released(1, '2025-06-01'))
      .when(reserve(2))
      .then(reserved(2));
  });
  it('is only answered, not recorded, where there was no application', () => {
    const direct = { applicationId: null, engagementId: person(9) };
    given(established(1), reserved(1)).when(reserve(2, direct)).thenRejected('NoPlaceLeft');
    given(established(1))
      .when(reserve(2, { ...direct, startsOn: '2025-01-01' }))
      .thenRejected('BeforePostEstablished');
  });
});

describe('releasing a place', () => {
  const release = (n: number, freeFrom: string) => ({
    type: 'ReleasePlace' as const,
    engagementId: engagementIdOf(application(n)),
    freeFrom,
  });

  it('frees it from a day', () => {
    given(established(1), reserved(1)).when(release(1, '2025-09-01')).then(released(1, '2025-09-01'));
  });
  it('frees it from its first day where the person never started', () => {
    given(established(1), reserved(1)).when(release(1, '2025-05-20')).then(released(1, '2025-06-01'));
  });
  it('decides nothing when it is said again', () => {
    given(established(1), reserved(1), released(1, '2025-09-01'))
      .when(release(1, '2025-09-01'))
      .thenNothing();
  });
  it('refuses another day without a reason', () => {
    given(established(1), reserved(1), released(1, '2025-09-01'))
      .when(release(1, '2025-10-01'))
      .thenRejected('PlaceReleased', { freeFrom: '2025-09-01' });
  });
  it('corrects the day with a reason', () => {
    given(established(1), reserved(1), released(1, '2025-09-01'))
      .when({ ...release(1, '2025-10-01'), correction: 'wrongDate' })
      .then({ ...released(1, '2025-10-01'), corrects: { eventId: factId(2), reason: 'wrongDate' } });
  });
  it('corrects the day up to the one on which somebody else takes the place', () => {
    given(established(1), reserved(1), released(1, '2025-09-01'), reserved(2, { startsOn: '2025-10-01' }))
      .when({ ...release(1, '2025-10-01'), correction: 'wrongDate' })
      .then({ ...released(1, '2025-10-01'), corrects: { eventId: factId(2), reason: 'wrongDate' } });
  });
  it('refuses to correct it into the time of whoever took the place', () => {
    given(established(1), reserved(1), released(1, '2025-09-01'), reserved(2, { startsOn: '2025-09-15' }))
      .when({ ...release(1, '2025-10-01'), correction: 'wrongDate' })
      .thenRejected('NoPlaceLeft');
  });
  it('refuses to correct it beyond the day on which the post closed', () => {
    given(established(1), reserved(1), released(1, '2025-09-01'), {
      type: 'PostClosed',
      data: { ...whose, effectiveOn: '2025-09-10', reason: 'reorganised' },
    })
      .when({ ...release(1, '2025-10-01'), correction: 'wrongDate' })
      .thenRejected('PostNotOpen');
  });
  it('refuses an engagement that holds no place here', () => {
    given(established(1)).when(release(1, '2025-09-01')).thenRejected('PlaceNotReserved');
  });
});

describe('places in use', () => {
  it('keep a post from closing', () => {
    given(established(2), reserved(1))
      .when({ type: 'ClosePost', effectiveOn: '2025-12-01', reason: 'fundingEnded' })
      .thenRejected('PlacesInUse', { held: 1 });
  });
  it('keep a post from closing before they are free', () => {
    given(established(2), reserved(1), released(1, '2025-12-02'))
      .when({ type: 'ClosePost', effectiveOn: '2025-12-01', reason: 'fundingEnded' })
      .thenRejected('PlacesInUse', { held: 1 });
  });
  it('let a post close from the day on which they are free', () => {
    given(established(2), reserved(1), released(1, '2025-12-01'))
      .when({ type: 'ClosePost', effectiveOn: '2025-12-01', reason: 'fundingEnded' })
      .then({ type: 'PostClosed', data: { ...whose, effectiveOn: '2025-12-01', reason: 'fundingEnded' } });
  });
  it('cannot be agreed away', () => {
    given(established(2), reserved(1), reserved(2, { startsOn: '2025-08-01' }))
      .when({ type: 'AgreePlaces', places: 1, effectiveOn: '2025-07-01' })
      .thenRejected('PlacesInUse', { tooFew: 1 });
  });
  it('are counted by the day', () => {
    const { state } = given(established(2), reserved(1), released(1, '2025-09-01'));
    if (state.status === 'None') throw new Error('the post exists');
    expect(
      ['2025-05-31', '2025-06-01', '2025-08-31', '2025-09-01'].map((day) => heldOn(state.reservations, day)),
    ).toEqual([0, 1, 1, 0]);
    expect(leftFrom(state, '2025-05-31')).toBe(1);
    expect(leftFrom(state, '2025-09-01')).toBe(2);
  });
});
