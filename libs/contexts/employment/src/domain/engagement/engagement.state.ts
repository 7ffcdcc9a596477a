import type { CalendarDate, Timeline, Uuid } from '@alongside/kernel';
import type {
  Band,
  EngagementBegun,
  EngagementEndReason,
  EngagementKind,
  OfEngagement,
  StepPoint,
} from '../../contracts.js';

export interface Engagement {
  /** The particulars it began with, which a correction of its start repeats. */
  readonly begun: EngagementBegun['data'];
  /** The event that a correction of the start names. */
  readonly begunBy: Uuid;
  readonly kind: EngagementKind;
  readonly startsOn: CalendarDate;
  /** The day of the earliest fact but the start, which the start must precede; null while there is none. */
  readonly firstFactOn: CalendarDate | null;
  readonly hours: Timeline<number | null>;
  readonly term: Timeline<CalendarDate | null>;
  readonly stepPoints: Timeline<{ readonly band: Band; readonly stepPoint: StepPoint }>;
}

export type CurrentEngagement = Engagement & { readonly status: 'Current' };
export type EndedEngagement = Engagement & {
  readonly status: 'Ended';
  readonly lastDay: CalendarDate;
  readonly endReason: EngagementEndReason;
  /** The event that a correction of the end names. */
  readonly endedBy: Uuid;
};
export type EngagementState = { readonly status: 'None' } | CurrentEngagement | EndedEngagement;

/** What every fact of this engagement says about whose it is and where. */
export const ofEngagement = ({ begun }: Engagement, effectiveOn: CalendarDate): OfEngagement => ({
  effectiveOn,
  engagementId: begun.engagementId,
  personId: begun.personId,
  postId: begun.postId,
  employingOrganisationId: begun.employingOrganisationId,
  hostOrganisationId: begun.hostOrganisationId,
  localityId: begun.localityId,
});
