import type { Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { TrainingEvent } from '../../domain/training/training.events.js';

interface Attended {
  readonly on: string;
  readonly hours: number;
}

export interface EnrolmentRow {
  readonly enrolment_id: Uuid;
  readonly person_id: Uuid;
  readonly course_id: Uuid;
  readonly cohort_id: Uuid | null;
  /** The organisation that runs it. */
  readonly organisation_id: Uuid;
  /** The organisation for which the person takes part. */
  readonly booked_by: Uuid;
  readonly course_kind: string;
  readonly title: string;
  readonly status: 'going' | 'completed' | 'ended';
  readonly enrolled_on: string;
  /** Days attended, by the event that recorded each. */
  readonly attended: Readonly<Record<Uuid, Attended>>;
  readonly days_attended: number;
  readonly hours_attended: number;
  readonly completed_on: string | null;
  readonly completed_by: Uuid | null;
  readonly ended_on: string | null;
  readonly end_reason: string | null;
}

const change = (
  enrolmentId: Uuid | null,
  changed: (row: EnrolmentRow) => Partial<EnrolmentRow>,
): readonly Change<EnrolmentRow>[] =>
  enrolmentId === null ? [] : [{ key: [enrolmentId], fold: (row) => row && { ...row, ...changed(row) } }];

const attendance = (attended: EnrolmentRow['attended']): Partial<EnrolmentRow> => {
  const days = Object.values(attended);
  const hours_attended = days.reduce((sum, { hours }) => sum + hours, 0);
  return { attended, days_attended: days.length, hours_attended };
};

/** Who is enrolled on what, how much they attended and how it ended. An enrolment begun anew replaces the last. */
export const enrolments = projection<EnrolmentRow, TrainingEvent>({
  name: 'enrolments',
  version: 1,
  table: 'training.enrolment',
  columns: {
    enrolment_id: 'uuid',
    person_id: 'uuid',
    course_id: 'uuid',
    cohort_id: 'uuid',
    organisation_id: 'uuid',
    booked_by: 'uuid',
    course_kind: 'text',
    title: 'text',
    status: 'text',
    enrolled_on: 'date',
    attended: 'json',
    days_attended: 'integer',
    hours_attended: 'number',
    completed_on: 'date',
    completed_by: 'uuid',
    ended_on: 'date',
    end_reason: 'text',
  },
  key: ['enrolment_id'],
  access: { class: 'C2', organisations: ['organisation_id', 'booked_by'], people: ['person_id'] },
  on: {
    Enrolled: ({ data }) => ({
      key: [data.enrolmentId],
      fold: () => ({
        enrolment_id: data.enrolmentId,
        person_id: data.personId,
        course_id: data.courseId,
        cohort_id: data.cohortId,
        organisation_id: data.organisationId,
        booked_by: data.bookedBy,
        course_kind: data.courseKind,
        title: data.title,
        status: 'going',
        enrolled_on: data.effectiveOn,
        attended: {},
        days_attended: 0,
        hours_attended: 0,
        completed_on: null,
        completed_by: null,
        ended_on: null,
        end_reason: null,
      }),
    }),
    AttendanceRecorded: ({ id, data, corrects }) =>
      change(data.enrolmentId, ({ attended }) => {
        const standing = Object.entries(attended).filter(([eventId]) => eventId !== corrects?.eventId);
        const day = { on: data.effectiveOn, hours: data.hours };
        return attendance({ ...Object.fromEntries(standing), [id]: day });
      }),
    EnrolmentEnded: ({ data }) =>
      change(data.enrolmentId, () => ({
        status: 'ended',
        ended_on: data.effectiveOn,
        end_reason: data.reason,
      })),
    CourseCompleted: ({ id, data }) =>
      change(data.enrolmentId, () => ({
        status: 'completed',
        completed_on: data.effectiveOn,
        completed_by: id,
      })),
    CompletionAnnulled: ({ data }) =>
      change(data.enrolmentId, ({ completed_by }) =>
        completed_by === data.completionEventId
          ? { status: 'going', completed_on: null, completed_by: null }
          : {},
      ),
  },
});
