import { timeline, type CalendarDate, type Timeline } from '@alongside/kernel';
import type { Post, Reservation } from './post.state.js';

type Room = Pick<Post, 'places' | 'reservations'>;

/** How many places are held on a day. */
export const heldOn = (reservations: readonly Reservation[], day: CalendarDate): number =>
  reservations.filter(({ from, until }) => from <= day && (until === null || day < until)).length;

/**
 * How many more people could hold the post on every day from `day` up to the one before `before` (null: on and on): the
 * least that is left on any of the days on which something begins. Negative where more places are held than there are.
 */
export const leftFrom = (
  { places, reservations }: Room,
  day: CalendarDate,
  before: CalendarDate | null = null,
): number => {
  const turns = [...reservations, ...places].map(({ from }) => from);
  const within = turns.filter((turn) => turn > day && (before === null || turn < before));
  return Math.min(
    ...[day, ...within].map((turn) => (timeline.valueOn(places, turn) ?? 0) - heldOn(reservations, turn)),
  );
};

/** The timeline of places if from `day` there were `places`. */
export const withPlaces = (post: Room, day: CalendarDate, places: number): Timeline<number> =>
  timeline.from(post.places, day, places);
