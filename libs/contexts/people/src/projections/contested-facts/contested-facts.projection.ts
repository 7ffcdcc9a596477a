import { disclosed, type CalendarDate, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { ContestAnswered, ContestOutcome, FactContested } from '../../contracts.js';

export interface ContestedFactRow {
  readonly contest_id: Uuid;
  readonly person_id: Uuid;
  /** The contested event. */
  readonly event_id: Uuid;
  readonly held_by: Uuid;
  readonly contested_on: CalendarDate;
  /** Null once erased. */
  readonly statement: string | null;
  readonly outcome: ContestOutcome | null;
  readonly answer: string | null;
  readonly answered_by: Uuid | null;
  readonly answered_on: CalendarDate | null;
}

/** What people contest of what is recorded about them, and how that was answered. */
export const contestedFacts = projection<ContestedFactRow, FactContested | ContestAnswered>({
  name: 'contested-facts',
  version: 1,
  table: 'people.contest',
  columns: {
    contest_id: 'uuid',
    person_id: 'uuid',
    event_id: 'uuid',
    held_by: 'uuid',
    contested_on: 'date',
    statement: 'text',
    outcome: 'text',
    answer: 'text',
    answered_by: 'uuid',
    answered_on: 'date',
  },
  key: ['contest_id'],
  access: { class: 'C2', people: ['person_id'], organisations: ['held_by'] },
  on: {
    FactContested: ({ data }) => ({
      key: [data.contestId],
      fold: () => ({
        contest_id: data.contestId,
        person_id: data.personId,
        event_id: data.eventId,
        held_by: data.heldBy,
        contested_on: data.effectiveOn,
        statement: disclosed(data.statement) ?? null,
        outcome: null,
        answer: null,
        answered_by: null,
        answered_on: null,
      }),
    }),
    ContestAnswered: ({ data }) => ({
      key: [data.contestId],
      fold: (row) =>
        row && {
          ...row,
          outcome: data.outcome,
          answer: disclosed(data.answer) ?? null,
          answered_by: data.answeredBy,
          answered_on: data.effectiveOn,
        },
    }),
  },
});
