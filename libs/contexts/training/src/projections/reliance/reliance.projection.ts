import { disclosed, type Correction, type Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { RelianceDecision } from '../../contracts.js';
import type { TrainingEvent } from '../../domain/training/training.events.js';

export interface RelianceRow {
  readonly organisation_id: Uuid;
  readonly completion_event_id: Uuid;
  readonly person_id: Uuid;
  readonly decision: RelianceDecision;
  readonly decided_on: string;
  readonly reason: string | null;
  /** The completion was corrected since, as the organisation can see: the decision wants looking at again. */
  readonly to_be_reviewed: boolean;
}

const review = (
  corrects: Correction | undefined,
  sharedWith: readonly Uuid[],
): readonly Change<RelianceRow>[] =>
  corrects
    ? sharedWith.map((organisationId) => ({
        key: [organisationId, corrects.eventId],
        fold: (row) => row && { ...row, to_be_reviewed: true },
      }))
    : [];

/** Which completions of others an organisation relies on, and why. */
export const reliance = projection<RelianceRow, TrainingEvent>({
  name: 'reliance',
  version: 1,
  table: 'training.reliance',
  columns: {
    organisation_id: 'uuid',
    completion_event_id: 'uuid',
    person_id: 'uuid',
    decision: 'text',
    decided_on: 'date',
    reason: 'text',
    to_be_reviewed: 'boolean',
  },
  key: ['organisation_id', 'completion_event_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    RelianceRecorded: ({ data }) => ({
      key: [data.organisationId, data.completionEventId],
      fold: () => ({
        organisation_id: data.organisationId,
        completion_event_id: data.completionEventId,
        person_id: data.personId,
        decision: data.decision,
        decided_on: data.effectiveOn,
        reason: data.reason === undefined ? null : (disclosed(data.reason) ?? null),
        to_be_reviewed: false,
      }),
    }),
    CourseCompleted: ({ data, corrects }) => review(corrects, data.sharedWith),
    PriorLearningRecognised: ({ data, corrects }) => review(corrects, data.sharedWith),
    CompletionAnnulled: ({ data, corrects }) => review(corrects, data.sharedWith),
  },
});
