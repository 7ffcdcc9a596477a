import type { Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { CompetenceCode, CompletionWay, CourseKind } from '../../contracts.js';
import type { CourseEvent } from '../../domain/course/course.events.js';

export interface CourseRow {
  readonly course_id: Uuid;
  readonly organisation_id: Uuid;
  readonly title: string;
  readonly kind: CourseKind;
  readonly provider: string;
  readonly accreditor: string | null;
  readonly level: string | null;
  readonly accredited_until: string | null;
  readonly hours: number;
  readonly outcome: CompletionWay;
  readonly competences: readonly CompetenceCode[];
  readonly refresher_months: number | null;
  readonly registered_on: string;
  readonly withdrawn_on: string | null;
}

const change = (
  { courseId }: { readonly courseId: Uuid },
  changed: (row: CourseRow) => Partial<CourseRow>,
): Change<CourseRow> => ({ key: [courseId], fold: (row) => row && { ...row, ...changed(row) } });

/** Every course as last described. What it was on an earlier day is asked of its stream. */
export const courses = projection<CourseRow, CourseEvent>({
  name: 'courses',
  version: 1,
  table: 'training.course',
  columns: {
    course_id: 'uuid',
    organisation_id: 'uuid',
    title: 'text',
    kind: 'text',
    provider: 'text',
    accreditor: 'text',
    level: 'text',
    accredited_until: 'date',
    hours: 'number',
    outcome: 'text',
    competences: 'text[]',
    refresher_months: 'integer',
    registered_on: 'date',
    withdrawn_on: 'date',
  },
  key: ['course_id'],
  access: { class: 'C0', everyone: true },
  on: {
    CourseRegistered: ({ data }) => ({
      key: [data.courseId],
      fold: () => ({
        course_id: data.courseId,
        organisation_id: data.organisationId,
        title: data.title,
        kind: data.kind,
        provider: data.provider,
        accreditor: data.accreditor,
        level: data.level,
        accredited_until: null,
        hours: data.hours,
        outcome: data.outcome,
        competences: data.competences,
        refresher_months: data.refresherMonths,
        registered_on: data.effectiveOn,
        withdrawn_on: null,
      }),
    }),
    CourseAccredited: ({ data }) =>
      change(data, () => ({
        accreditor: data.accreditor,
        level: data.level,
        accredited_until: data.until,
      })),
    AccreditationEnded: ({ data }) =>
      change(data, ({ accreditor }) =>
        accreditor === data.accreditor ? { accreditor: null, level: null, accredited_until: null } : {},
      ),
    CompetencesMapped: ({ data }) => change(data, () => ({ competences: data.competences })),
    RefresherIntervalSet: ({ data }) => change(data, () => ({ refresher_months: data.refresherMonths })),
    CourseWithdrawn: ({ data }) => change(data, () => ({ withdrawn_on: data.effectiveOn })),
  },
});
