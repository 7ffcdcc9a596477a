import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import {
  wte,
  type Band,
  type EngagementBegun,
  type EngagementEndReason,
  type EngagementEvent,
  type EngagementKind,
  type StepPoint,
} from '../../contracts.js';

/**
 * Who works where: one row an engagement, with the hours, term and step point that hold in the end, even where they
 * hold from a day to come. What held on a day stands in `employment.engagement_fact`.
 */
export interface EngagementRow {
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly post_id: Uuid | null;
  readonly application_id: Uuid | null;
  readonly employing_organisation_id: Uuid;
  readonly host_organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly kind: EngagementKind;
  readonly role_family: string;
  readonly title: string;
  readonly begins_on: CalendarDate;
  /** The last day, once known; the day before the first where the person did not start. */
  readonly ends_on: CalendarDate | null;
  readonly end_reason: EngagementEndReason | null;
  readonly hours_per_week: number | null;
  readonly wte: number | null;
  /** From when these hours hold; null where from the beginning. */
  readonly hours_from: CalendarDate | null;
  /** Last day of the fixed term; null where there is none. */
  readonly fixed_term_until: CalendarDate | null;
  /** From when this term holds; null where from the beginning. */
  readonly term_from: CalendarDate | null;
  readonly step_band: Band | null;
  readonly step_point: StepPoint | null;
  readonly step_from: CalendarDate | null;
  /** The events that a correction of the start or the end names. */
  readonly begun_event_id: Uuid;
  readonly ended_event_id: Uuid | null;
}

const begun = ({ id, data }: Published<EngagementBegun>): EngagementRow => ({
  engagement_id: data.engagementId,
  person_id: data.personId,
  post_id: data.postId,
  application_id: data.applicationId,
  employing_organisation_id: data.employingOrganisationId,
  host_organisation_id: data.hostOrganisationId,
  locality_id: data.localityId,
  kind: data.kind,
  role_family: data.roleFamily,
  title: data.title,
  begins_on: data.effectiveOn,
  ends_on: null,
  end_reason: null,
  ...hours(data.hoursPerWeek),
  hours_from: null,
  fixed_term_until: data.fixedTermUntil,
  term_from: null,
  step_band: null,
  step_point: null,
  step_from: null,
  begun_event_id: id,
  ended_event_id: null,
});

const hours = (hoursPerWeek: number | null): Pick<EngagementRow, 'hours_per_week' | 'wte'> => ({
  hours_per_week: hoursPerWeek,
  wte: hoursPerWeek === null ? null : wte(hoursPerWeek),
});

const on = (
  event: { readonly data: { readonly engagementId: Uuid } },
  change: (row: EngagementRow) => EngagementRow,
): Change<EngagementRow> => ({ key: [event.data.engagementId], fold: (row) => row && change(row) });

/** Whether a fact from `day` overtakes one from `held`: of two from one day the later said one holds. */
const overtakes = (day: CalendarDate, held: CalendarDate | null): boolean => held === null || day >= held;

export const engagementProjection = projection<EngagementRow, EngagementEvent>({
  name: 'engagement',
  version: 1,
  table: 'employment.engagement',
  columns: {
    engagement_id: 'uuid',
    person_id: 'uuid',
    post_id: 'uuid',
    application_id: 'uuid',
    employing_organisation_id: 'uuid',
    host_organisation_id: 'uuid',
    locality_id: 'uuid',
    kind: 'text',
    role_family: 'text',
    title: 'text',
    begins_on: 'date',
    ends_on: 'date',
    end_reason: 'text',
    hours_per_week: 'number',
    wte: 'number',
    hours_from: 'date',
    fixed_term_until: 'date',
    term_from: 'date',
    step_band: 'text',
    step_point: 'text',
    step_from: 'date',
    begun_event_id: 'uuid',
    ended_event_id: 'uuid',
  },
  key: ['engagement_id'],
  access: {
    class: 'C2',
    organisations: ['employing_organisation_id', 'host_organisation_id'],
    people: ['person_id'],
  },
  on: {
    EngagementBegun: (event) => ({
      key: [event.data.engagementId],
      fold: (row) =>
        row ? { ...row, begins_on: event.data.effectiveOn, begun_event_id: event.id } : begun(event),
    }),
    HoursAgreed: (event) =>
      on(event, (row) =>
        overtakes(event.data.effectiveOn, row.hours_from)
          ? { ...row, ...hours(event.data.hoursPerWeek), hours_from: event.data.effectiveOn }
          : row,
      ),
    TermAgreed: (event) =>
      on(event, (row) =>
        overtakes(event.data.effectiveOn, row.term_from)
          ? { ...row, fixed_term_until: event.data.until, term_from: event.data.effectiveOn }
          : row,
      ),
    StepPointReached: (event) =>
      on(event, (row) =>
        overtakes(event.data.effectiveOn, row.step_from)
          ? {
              ...row,
              step_band: event.data.band,
              step_point: event.data.stepPoint,
              step_from: event.data.effectiveOn,
            }
          : row,
      ),
    EngagementEnded: (event) =>
      on(event, (row) => ({
        ...row,
        ends_on: event.data.lastDay,
        end_reason: event.data.reason,
        ended_event_id: event.id,
      })),
  },
});
