import { disclosed, type Personal, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { TrainingEvent } from '../../domain/training/training.events.js';

export interface ContestRow {
  /** The event that contests. */
  readonly event_id: Uuid;
  readonly completion_event_id: Uuid;
  readonly person_id: Uuid;
  /** The organisation that recorded the completion. */
  readonly organisation_id: Uuid;
  readonly contested_on: string;
  readonly statement: string | null;
  readonly answered_on: string | null;
  /** Who gave the answer. */
  readonly answered_by: Uuid | null;
  readonly outcome: string | null;
  readonly answer: string | null;
}

const words = (value: Personal<string> | undefined): string | null =>
  value === undefined ? null : (disclosed(value) ?? null);

/** What people contest in their record, and what was answered: stands beside the completion for good. */
export const contests = projection<ContestRow, TrainingEvent>({
  name: 'contests',
  version: 1,
  table: 'training.contest',
  columns: {
    event_id: 'uuid',
    completion_event_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    contested_on: 'date',
    statement: 'text',
    answered_on: 'date',
    answered_by: 'uuid',
    outcome: 'text',
    answer: 'text',
  },
  key: ['event_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'], unshared: true },
  on: {
    CompletionContested: ({ id, data }) => ({
      key: [id],
      fold: () => ({
        event_id: id,
        completion_event_id: data.completionEventId,
        person_id: data.personId,
        organisation_id: data.organisationId,
        contested_on: data.effectiveOn,
        statement: words(data.statement),
        answered_on: null,
        answered_by: null,
        outcome: null,
        answer: null,
      }),
    }),
    CompletionContestAnswered: ({ data, metadata }) => ({
      key: [data.contestEventId],
      fold: (row) =>
        row && {
          ...row,
          answered_on: data.effectiveOn,
          answered_by: metadata.actor,
          outcome: data.outcome,
          answer: words(data.answer),
        },
    }),
  },
});
