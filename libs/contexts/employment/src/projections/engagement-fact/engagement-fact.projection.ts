import { disclosed, type CalendarDate, type Personal, type Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, projection, recorded } from '@alongside/projections';
import type {
  Band,
  EngagementEndReason,
  EngagementEvent,
  EngagementKind,
  OfEngagement,
  StepPoint,
} from '../../contracts.js';

/**
 * What was true of an engagement from when, as learnt when: answers who worked where on any day, as known on any day.
 * `begun` holds from the first day, `ended` from the day after the last.
 */
export interface EngagementFactRow extends FactColumns {
  readonly engagement_id: Uuid;
  readonly fact: 'begun' | 'hours' | 'term' | 'stepPoint' | 'ended';
  readonly person_id: Uuid;
  readonly post_id: Uuid | null;
  readonly employing_organisation_id: Uuid;
  readonly host_organisation_id: Uuid;
  readonly locality_id: Uuid;
  /** These three are of `begun` alone. */
  readonly kind: EngagementKind | null;
  readonly role_family: string | null;
  readonly title: string | null;
  /** Of `begun` and `hours`; null where no hours are agreed. */
  readonly hours_per_week: number | null;
  /** Of `begun` and `term`; null where the engagement is permanent. */
  readonly fixed_term_until: CalendarDate | null;
  readonly band: Band | null;
  readonly step_point: StepPoint | null;
  readonly last_day: CalendarDate | null;
  readonly end_reason: EngagementEndReason | null;
  readonly correction_note: string | null;
}

type Particulars = Omit<EngagementFactRow, keyof FactColumns>;

const of = (data: OfEngagement, fact: EngagementFactRow['fact']): Particulars => ({
  engagement_id: data.engagementId,
  fact,
  person_id: data.personId,
  post_id: data.postId,
  employing_organisation_id: data.employingOrganisationId,
  host_organisation_id: data.hostOrganisationId,
  locality_id: data.localityId,
  kind: null,
  role_family: null,
  title: null,
  hours_per_week: null,
  fixed_term_until: null,
  band: null,
  step_point: null,
  last_day: null,
  end_reason: null,
  correction_note: null,
});

const note = ({ correctionNote }: { readonly correctionNote?: Personal<string> }): string | null =>
  correctionNote === undefined ? null : (disclosed(correctionNote) ?? null);

export const engagementFactProjection = projection<EngagementFactRow, EngagementEvent>({
  name: 'engagement-fact',
  version: 1,
  table: 'employment.engagement_fact',
  columns: {
    ...factColumns,
    engagement_id: 'uuid',
    fact: 'text',
    person_id: 'uuid',
    post_id: 'uuid',
    employing_organisation_id: 'uuid',
    host_organisation_id: 'uuid',
    locality_id: 'uuid',
    kind: 'text',
    role_family: 'text',
    title: 'text',
    hours_per_week: 'number',
    fixed_term_until: 'date',
    band: 'text',
    step_point: 'text',
    last_day: 'date',
    end_reason: 'text',
    correction_note: 'text',
  },
  key: ['event_id'],
  access: {
    class: 'C2',
    counted: true,
    organisations: ['employing_organisation_id', 'host_organisation_id'],
    people: ['person_id'],
  },
  on: {
    EngagementBegun: (event) =>
      recorded<EngagementFactRow>(event, {
        ...of(event.data, 'begun'),
        kind: event.data.kind,
        role_family: event.data.roleFamily,
        title: event.data.title,
        hours_per_week: event.data.hoursPerWeek,
        fixed_term_until: event.data.fixedTermUntil,
        correction_note: note(event.data),
      }),
    HoursAgreed: (event) =>
      recorded<EngagementFactRow>(event, {
        ...of(event.data, 'hours'),
        hours_per_week: event.data.hoursPerWeek,
      }),
    TermAgreed: (event) =>
      recorded<EngagementFactRow>(event, { ...of(event.data, 'term'), fixed_term_until: event.data.until }),
    StepPointReached: (event) =>
      recorded<EngagementFactRow>(event, {
        ...of(event.data, 'stepPoint'),
        band: event.data.band,
        step_point: event.data.stepPoint,
      }),
    EngagementEnded: (event) =>
      recorded<EngagementFactRow>(event, {
        ...of(event.data, 'ended'),
        last_day: event.data.lastDay,
        end_reason: event.data.reason,
        correction_note: note(event.data),
      }),
  },
});
