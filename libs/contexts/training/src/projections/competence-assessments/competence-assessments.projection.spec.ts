import { describe, it } from '@jest/globals';
import { toPosition } from '@alongside/event-store';
import { foldSpec } from '@alongside/projections/testing';
import { assessorId, courseId, personId, provider } from '../../domain/testing/examples.js';
import { competenceAssessments, type CompetenceAssessmentRow } from './competence-assessments.projection.js';

const { given } = foldSpec<CompetenceAssessmentRow>(competenceAssessments);
const [one, two] = ['00000000-0000-4000-9000-000000000001', '00000000-0000-4000-9000-000000000002'] as const;

const assessed = (outcome: string, effectiveOn: string) => ({
  type: 'CompetenceAssessed',
  data: {
    personId,
    courseId,
    competence: 'hee3.2',
    assessorId,
    outcome,
    organisationId: provider,
    effectiveOn,
  },
});
const row: CompetenceAssessmentRow = {
  event_id: one,
  person_id: personId,
  organisation_id: provider,
  course_id: courseId,
  competence: 'hee3.2',
  assessor_id: assessorId,
  outcome: 'shown',
  effective_on: '2025-03-10',
  recorded_at: '2025-03-10T09:00:00.000Z',
  corrected_at: null,
  position: toPosition(1),
};

describe('the competences that people were assessed in', () => {
  it('say who assessed what', () => {
    given({ ...assessed('shown', '2025-03-10'), id: one }).then(row);
  });
  it('keep a corrected assessment beside the one that stands', () => {
    given(
      { ...assessed('shown', '2025-03-10'), id: one },
      {
        ...assessed('notYetShown', '2025-03-12'),
        id: two,
        corrects: { eventId: one, reason: 'enteredInError' },
      },
    ).then(
      { ...row, corrected_at: '2025-03-12T09:00:00.000Z' },
      {
        ...row,
        event_id: two,
        outcome: 'notYetShown',
        effective_on: '2025-03-12',
        recorded_at: '2025-03-12T09:00:00.000Z',
        position: toPosition(2),
      },
    );
  });
});
