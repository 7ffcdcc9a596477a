import { reject, type CalendarDate, type Rejected } from '@alongside/kernel';
import type {
  EngagementKind,
  PlaceReleased,
  PlaceReserved,
  ReservationRefusal,
  ReservationRefused,
} from '../../contracts.js';
import type { ReleasePlace, ReservePlace } from './post.commands.js';
import { hoursArePossible } from '../hours.js';
import { leftFrom } from './post.places.js';
import type { PostRefusal } from './post.refusals.js';
import { ofPost, type ClosedPost, type OpenPost, type Post } from './post.state.js';

type Decision<Event> = readonly Event[] | Rejected<PostRefusal>;

/** Kinds for which no weekly hours need be agreed: a post's own hours are not theirs. */
const withoutAgreedHours: readonly EngagementKind[] = ['bank', 'honorary', 'volunteer', 'involvementPayment'];

/** One engagement is given one place once: asked again, nothing more is decided. */
export const reserve = (
  command: ReservePlace,
  post: OpenPost | ClosedPost,
): Decision<PlaceReserved | ReservationRefused> => {
  if (post.reservations.some(({ engagementId }) => engagementId === command.engagementId)) return [];
  const obstacle = obstacleTo(command, post);
  if (obstacle) return refuse(command, post, obstacle);
  const { engagementKind, startsOn, fixedTermUntil } = command;
  if (!hoursArePossible(command.hoursPerWeek)) return reject('HoursOutOfRange');
  if (fixedTermUntil !== null && fixedTermUntil < startsOn) return reject('TermEndsBeforeStart');
  const hoursPerWeek =
    command.hoursPerWeek ?? (withoutAgreedHours.includes(engagementKind) ? null : post.hoursPerWeek);
  return [
    {
      type: 'PlaceReserved',
      data: {
        ...ofPost(post, startsOn),
        engagementId: command.engagementId,
        applicationId: command.applicationId,
        personId: command.personId,
        startsOn,
        engagementKind,
        hoursPerWeek,
        fixedTermUntil,
        title: post.title,
        roleFamily: post.roleFamily,
      },
    },
  ];
};

const obstacleTo = (
  { startsOn }: ReservePlace,
  post: OpenPost | ClosedPost,
): ReservationRefusal | undefined => {
  if (post.status === 'Closed') return 'PostClosed';
  if (startsOn < post.establishedOn) return 'StartsBeforePost';
  return leftFrom(post, startsOn) < 1 ? 'NoPlaceLeft' : undefined;
};

const answers = {
  NoPlaceLeft: 'NoPlaceLeft',
  PostClosed: 'PostNotOpen',
  StartsBeforePost: 'BeforePostEstablished',
} as const satisfies Record<ReservationRefusal, PostRefusal>;

const refuse = (
  { applicationId, startsOn, askedOn }: ReservePlace,
  post: Post,
  reason: ReservationRefusal,
): Decision<ReservationRefused> => {
  if (applicationId === null) return reject(answers[reason]);
  const saidBefore = post.refusals.some(
    (refusal) => refusal.applicationId === applicationId && refusal.startsOn === startsOn,
  );
  if (saidBefore) return [];
  const effectiveOn = later(askedOn, post.establishedOn);
  return [
    { type: 'ReservationRefused', data: { ...ofPost(post, effectiveOn), applicationId, startsOn, reason } },
  ];
};

/** A place is released no earlier than it was held from: of somebody who never started, from that very day. */
export const release = (
  { engagementId, freeFrom, correction }: ReleasePlace,
  post: OpenPost | ClosedPost,
): Decision<PlaceReleased> => {
  const held = post.reservations.find((reservation) => reservation.engagementId === engagementId);
  if (!held) return reject('PlaceNotReserved');
  const until = later(freeFrom, held.from);
  if (held.until === until) return [];
  const data = { ...ofPost(post, until), engagementId };
  if (held.releasedBy === null) return [{ type: 'PlaceReleased', data }];
  if (!correction) return reject('PlaceReleased', { freeFrom: held.until });
  if (post.status === 'Closed' && until > post.closedOn) return reject('PostNotOpen');
  if (held.until !== null && until > held.until && leftFrom(post, held.until, until) < 1)
    return reject('NoPlaceLeft');
  return [{ type: 'PlaceReleased', data, corrects: { eventId: held.releasedBy, reason: correction } }];
};

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);
