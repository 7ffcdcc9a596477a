import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Band } from '@alongside/employment/contracts';
import { staffOf } from './chapters/partners.chapter.js';
import { localityIdOf, type Partner, type StoryTeam } from './partners.js';
import { later, morningOf, type Story } from './story.js';
import type { Said } from './telling.js';

/** A post of the story, and where it stands. */
export interface StoryPost {
  readonly postId: Uuid;
  readonly partner: Partner;
  readonly team: StoryTeam;
  readonly title: string;
  readonly places: number;
  readonly hoursPerWeek: number;
  readonly band: Band;
  readonly establishedOn: CalendarDate;
}

/** Somebody in a post, from when and, if they have left, until when. */
export interface Worker {
  readonly personId: Uuid;
  readonly engagementId: Uuid;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate | null;
}

/** Said by somebody of an organisation on a day, or at the beginning of the story where that is later. */
export const saidFor = (
  story: Story,
  partner: Partner,
  on: CalendarDate,
  actor = staffOf(partner).hr,
): Said => ({
  at: morningOf(story, later(story.start, on)),
  actor,
  organisation: partner.organisationId,
  locality: localityIdOf(partner.localities[0]!),
});
