import type { Uuid } from '@alongside/kernel';
import { projection, type FactColumns } from '@alongside/projections';
import type { TrainingEvent } from '../../domain/training/training.events.js';

export interface CompetenceAssessmentRow extends FactColumns {
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly course_id: Uuid | null;
  readonly competence: string;
  readonly assessor_id: Uuid;
  readonly outcome: string;
}

/** Which competences people were assessed in, by whom, as true on any day and as known at any time. */
export const competenceAssessments = projection<CompetenceAssessmentRow, TrainingEvent>({
  name: 'competence-assessments',
  version: 1,
  table: 'training.competence_assessment',
  columns: {
    event_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    course_id: 'uuid',
    competence: 'text',
    assessor_id: 'uuid',
    outcome: 'text',
    effective_on: 'date',
    recorded_at: 'instant',
    corrected_at: 'instant',
    position: 'text',
  },
  key: ['event_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    CompetenceAssessed: ({ id, data, corrects, recordedAt, position }) => [
      ...(corrects
        ? [
            {
              key: [corrects.eventId],
              fold: (row: CompetenceAssessmentRow | undefined) => row && { ...row, corrected_at: recordedAt },
            },
          ]
        : []),
      {
        key: [id],
        fold: () => ({
          event_id: id,
          person_id: data.personId,
          organisation_id: data.organisationId,
          course_id: data.courseId,
          competence: data.competence,
          assessor_id: data.assessorId,
          outcome: data.outcome,
          effective_on: data.effectiveOn,
          recorded_at: recordedAt,
          corrected_at: null,
          position,
        }),
      },
    ],
  },
});
