import type { CalendarDate, Timeline, Uuid } from '@alongside/kernel';
import type { Band, OfPost } from '../../contracts.js';

/** `eventId` is what a correction names. */
export interface Banding {
  readonly eventId: Uuid;
  readonly band: Band;
  readonly evaluation: string;
}

export interface Evaluation {
  readonly reference: string;
  readonly band: Band;
  readonly evaluatedOn: CalendarDate;
}

/** A place held for one engagement, until the day before `until`. */
export interface Reservation {
  readonly engagementId: Uuid;
  readonly from: CalendarDate;
  /** First day on which the place is free again; null while it is held without end. */
  readonly until: CalendarDate | null;
  /** The event that released it, which a correction names. */
  readonly releasedBy: Uuid | null;
}

export interface Post {
  readonly postId: Uuid;
  readonly employingOrganisationId: Uuid;
  readonly hostOrganisationId: Uuid;
  readonly localityId: Uuid;
  readonly title: string;
  readonly roleFamily: string;
  readonly hoursPerWeek: number | null;
  readonly establishedOn: CalendarDate;
  readonly places: Timeline<number>;
  readonly evaluations: readonly Evaluation[];
  readonly bandings: Timeline<Banding>;
  readonly equivalentBands: Timeline<Band>;
  readonly reservations: readonly Reservation[];
  readonly refusals: readonly { readonly applicationId: Uuid; readonly startsOn: CalendarDate }[];
}

export type OpenPost = Post & { readonly status: 'Open' };
export type ClosedPost = Post & { readonly status: 'Closed'; readonly closedOn: CalendarDate };
export type PostState = { readonly status: 'None' } | OpenPost | ClosedPost;

/** What every fact of this post says about whose it is. */
export const ofPost = (post: Post, effectiveOn: CalendarDate): OfPost => ({
  effectiveOn,
  postId: post.postId,
  employingOrganisationId: post.employingOrganisationId,
  hostOrganisationId: post.hostOrganisationId,
  localityId: post.localityId,
});
