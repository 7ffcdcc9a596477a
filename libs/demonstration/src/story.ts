import { addDays, addMonths, type CalendarDate, type Instant, type Uuid } from '@alongside/kernel';
import type { LoginOf } from './people.js';

/** What makes one demonstration the same as another. */
export interface StoryPlan {
  readonly seed: string;
  /** Peer workers, about. */
  readonly people: number;
  /** The last day of the story. */
  readonly until: CalendarDate;
}

export interface Story extends StoryPlan {
  /** Three years before the last day. */
  readonly start: CalendarDate;
  readonly loginOf: LoginOf;
}

export const storyOf = (plan: StoryPlan, loginOf: LoginOf): Story => ({
  ...plan,
  start: addMonths(plan.until, -36),
  loginOf,
});

/** Names the story in the ids of its commands. How many people it has does not change what partners say. */
export const storyName = ({ seed, until }: StoryPlan): string => `${seed}:${until}`;

/** A working hour of a day, not after the end of the story. */
export const morningOf = ({ until }: StoryPlan, day: CalendarDate): Instant =>
  `${day > until ? until : day}T09:30:00.000Z`;

export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** The day so many days into the story. */
export const dayOfStory = ({ start }: Story, days: number): CalendarDate => addDays(start, days);

/** The people with a part of their own, by organisation. */
export interface Staff {
  readonly lead: Uuid;
  readonly hr: Uuid;
  readonly supervisors: readonly Uuid[];
}
