import type { Correction, Instant, Uuid } from '@alongside/kernel';
import { projection, type Change, type FactColumns, type Published } from '@alongside/projections';
import type {
  CompetenceCode,
  CompletionWay,
  CourseCompleted,
  CourseKind,
  PriorLearningRecognised,
} from '../../contracts.js';
import type { TrainingEvent } from '../../domain/training/training.events.js';

export interface CompletionRow extends FactColumns {
  readonly person_id: Uuid;
  /** The organisation that recorded it. */
  readonly organisation_id: Uuid;
  /**
   * Organisations with whom the person shares it. The last day of each share stands in `training.passport_share` and is
   * to be asked there: a share that has run out stays here until its end is recorded.
   */
  readonly shared_with: readonly Uuid[];
  /** Null for prior learning. */
  readonly course_id: Uuid | null;
  readonly course_kind: CourseKind;
  readonly title: string;
  readonly how: CompletionWay;
  readonly prior_learning: boolean;
  readonly assessor_id: Uuid | null;
  readonly competences: readonly CompetenceCode[];
  readonly expires_on: string | null;
}

/** A corrected completion is history between the person and whoever recorded it: others read what stands. */
const correct = (corrects: Correction | undefined, recordedAt: Instant): readonly Change<CompletionRow>[] =>
  corrects
    ? [
        {
          key: [corrects.eventId],
          fold: (row) => row && { ...row, corrected_at: recordedAt, shared_with: [] },
        },
      ]
    : [];

const record = (
  { id, data, recordedAt, position }: Published<CourseCompleted | PriorLearningRecognised>,
  course_id: Uuid | null,
): Change<CompletionRow> => ({
  key: [id],
  fold: () => ({
    event_id: id,
    person_id: data.personId,
    organisation_id: data.organisationId,
    shared_with: data.sharedWith,
    course_id,
    course_kind: data.courseKind,
    title: data.title,
    how: data.how,
    prior_learning: course_id === null,
    assessor_id: data.assessorId,
    competences: data.competences,
    expires_on: data.expiresOn,
    effective_on: data.effectiveOn,
    recorded_at: recordedAt,
    corrected_at: null,
    position,
  }),
});

const readers = (
  completions: readonly Uuid[],
  changed: (readers: readonly Uuid[]) => readonly Uuid[],
): readonly Change<CompletionRow>[] =>
  completions.map((eventId) => ({
    key: [eventId],
    fold: (row) => row && { ...row, shared_with: changed(row.shared_with) },
  }));

/** What everybody has completed, assessed or attended, as true on any day and as known at any time. */
export const completions = projection<CompletionRow, TrainingEvent>({
  name: 'completions',
  version: 1,
  table: 'training.completion',
  columns: {
    event_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    shared_with: 'uuid[]',
    course_id: 'uuid',
    course_kind: 'text',
    title: 'text',
    how: 'text',
    prior_learning: 'boolean',
    assessor_id: 'uuid',
    competences: 'text[]',
    expires_on: 'date',
    effective_on: 'date',
    recorded_at: 'instant',
    corrected_at: 'instant',
    position: 'text',
  },
  key: ['event_id'],
  access: { class: 'C2', organisations: ['organisation_id', 'shared_with'], people: ['person_id'] },
  on: {
    CourseCompleted: (event) => [
      ...correct(event.corrects, event.recordedAt),
      record(event, event.data.courseId),
    ],
    PriorLearningRecognised: (event) => [...correct(event.corrects, event.recordedAt), record(event, null)],
    CompletionAnnulled: ({ corrects, recordedAt }) => correct(corrects, recordedAt),
    PassportShared: ({ data }) =>
      readers(data.completions, (before) => [
        ...before.filter((id) => id !== data.withOrganisationId),
        data.withOrganisationId,
      ]),
    PassportShareEnded: ({ data }) =>
      readers(data.completions, (before) => before.filter((id) => id !== data.withOrganisationId)),
  },
});
