import { describe, expect, it } from '@jest/globals';
import { fold, isRejected, type Fact } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import type { OfferConfirmed } from '@alongside/recruitment/contracts';
import {
  engagementIdOf,
  engagementStream,
  postStream,
  wte,
  type EngagementEnded,
  type PlaceReserved,
  type PostEvent,
} from '../../contracts.js';
import { engagement } from '../engagement/engagement.decider.js';
import { post } from '../post/post.decider.js';
import { engagementIn, placeFor, placeFreedBy } from './placing.js';

const offer: OfferConfirmed = {
  type: 'OfferConfirmed',
  data: {
    effectiveOn: '2025-05-10',
    applicationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0001',
    vacancyId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0002',
    personId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0003',
    organisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0004',
    postId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0005',
    localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0006',
    engagementKind: 'agendaForChange',
    roleFamily: 'peerWorker',
    startsOn: '2025-06-01',
    hoursPerWeek: null,
  },
};
const established: Fact<PostEvent> = {
  type: 'PostEstablished',
  id: factId(0),
  recordedAt: '2025-03-01T09:00:00.000Z',
  data: {
    effectiveOn: '2025-03-01',
    postId: offer.data.postId,
    employingOrganisationId: offer.data.organisationId,
    hostOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0007',
    localityId: offer.data.localityId,
    title: 'Peer support worker',
    roleFamily: 'peerWorker',
    teamId: null,
    team: 'Meadow ward',
    setting: 'inpatientWard',
    places: 1,
    hoursPerWeek: 30,
  },
};

const recorded = <Event extends PostEvent>(event: Event, index: number): Fact<Event> => ({
  ...event,
  id: factId(index),
  recordedAt: '2025-05-10T09:00:00.000Z',
});

const reservedFor = (confirmed: OfferConfirmed): PlaceReserved => {
  const outcome = post.decide(placeFor(confirmed).command, fold(post, [established]));
  if (isRejected(outcome) || outcome[0]?.type !== 'PlaceReserved') throw new Error('a place is reserved');
  return outcome[0];
};

describe('placing a confirmed applicant', () => {
  it('asks the post of the vacancy for a place, on the day of the confirmation', () => {
    const { stream, command, controller } = placeFor(offer);
    expect(stream).toBe(postStream(offer.data.postId));
    expect(command).toMatchObject({ askedOn: '2025-05-10', startsOn: '2025-06-01' });
    expect(controller).toEqual({ organisation: offer.data.organisationId, locality: offer.data.localityId });
  });
  it('begins the engagement that the application leads to, with all that the post knows', () => {
    const { stream, command } = engagementIn(reservedFor(offer));
    const engagementId = engagementIdOf(offer.data.applicationId);
    expect(stream).toBe(engagementStream(engagementId));
    expect(engagement.decide(command, engagement.initialState)).toEqual([
      {
        type: 'EngagementBegun',
        data: {
          effectiveOn: '2025-06-01',
          engagementId,
          personId: offer.data.personId,
          postId: offer.data.postId,
          applicationId: offer.data.applicationId,
          employingOrganisationId: offer.data.organisationId,
          hostOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1b0007',
          localityId: offer.data.localityId,
          kind: 'agendaForChange',
          title: 'Peer support worker',
          roleFamily: 'peerWorker',
          hoursPerWeek: 30,
          fixedTermUntil: null,
        },
      },
    ]);
  });
  it('frees the place on the day after the last one, for the next applicant', () => {
    const reserved = reservedFor(offer);
    const ended: EngagementEnded = {
      type: 'EngagementEnded',
      data: {
        ...reserved.data,
        effectiveOn: '2025-10-01',
        lastDay: '2025-09-30',
        reason: 'resignation',
      },
    };
    const answer = placeFreedBy(ended);
    if (!answer) throw new Error('the engagement held a place');
    const held = [established, recorded(reserved, 1)];
    const outcome = post.decide(answer.command, fold(post, held));
    expect(outcome).toMatchObject([{ type: 'PlaceReleased', data: { effectiveOn: '2025-10-01' } }]);
  });
  it('tells the post why the end was another day than it said', () => {
    const ended: EngagementEnded = {
      type: 'EngagementEnded',
      data: { ...reservedFor(offer).data, effectiveOn: '2025-10-16', lastDay: '2025-10-15', reason: 'other' },
      corrects: { eventId: factId(3), reason: 'lateNotice' },
    };
    expect(placeFreedBy(ended)?.command).toMatchObject({ freeFrom: '2025-10-16', correction: 'lateNotice' });
  });
  it('frees nothing where there was no post', () => {
    const data = {
      ...reservedFor(offer).data,
      postId: null,
      lastDay: '2025-09-30',
      reason: 'other' as const,
    };
    expect(placeFreedBy({ data })).toBeUndefined();
  });
});

describe('whole-time equivalent', () => {
  it('is hours over 37.5', () => {
    expect([37.5, 30, 22.5, 10].map(wte)).toEqual([1, 0.8, 0.6, 0.2667]);
  });
});
