import { disclosed, type CalendarDate, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { QueryAnswered, TaskQueried } from '../../contracts.js';

/** A question about a task, and its answer. Words whose key was destroyed are null. */
export interface QueryRaisedRow {
  readonly query_id: Uuid;
  readonly boundary_id: Uuid;
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly task: string;
  readonly asked_by: Uuid;
  readonly asked_on: CalendarDate;
  readonly question: string | null;
  readonly answered_by: Uuid | null;
  readonly answered_on: CalendarDate | null;
  readonly answer: string | null;
}

export const queryRaisedProjection = projection<QueryRaisedRow, TaskQueried | QueryAnswered>({
  name: 'boundary-query-raised',
  version: 1,
  table: 'role_boundaries.query_raised',
  columns: {
    query_id: 'uuid',
    boundary_id: 'uuid',
    engagement_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    task: 'text',
    asked_by: 'uuid',
    asked_on: 'date',
    question: 'text',
    answered_by: 'uuid',
    answered_on: 'date',
    answer: 'text',
  },
  key: ['query_id'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'], unshared: true },
  on: {
    TaskQueried: ({ data }) => ({
      key: [data.queryId],
      fold: () => ({
        query_id: data.queryId,
        boundary_id: data.boundaryId,
        engagement_id: data.engagementId,
        person_id: data.personId,
        organisation_id: data.organisationId,
        locality_id: data.localityId,
        task: data.task,
        asked_by: data.askedBy,
        asked_on: data.effectiveOn,
        question: disclosed(data.question) ?? null,
        answered_by: null,
        answered_on: null,
        answer: null,
      }),
    }),
    QueryAnswered: ({ data }) => ({
      key: [data.queryId],
      fold: (row) =>
        row && {
          ...row,
          answered_by: data.answeredBy,
          answered_on: data.effectiveOn,
          answer: disclosed(data.answer) ?? null,
        },
    }),
  },
});
