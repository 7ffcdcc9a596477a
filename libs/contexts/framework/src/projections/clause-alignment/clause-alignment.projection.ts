import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { FrameworkEvent } from '../../contracts.js';

export interface ClauseAlignmentRow {
  readonly clause_id: Uuid;
  readonly other_clause_id: Uuid;
  readonly framework_id: Uuid;
  readonly other_framework_id: Uuid;
  readonly aligned_on: CalendarDate;
}

export const clauseAlignmentProjection = projection<ClauseAlignmentRow, FrameworkEvent>({
  name: 'clause-alignment',
  version: 1,
  table: 'framework.clause_alignment',
  columns: {
    clause_id: 'uuid',
    other_clause_id: 'uuid',
    framework_id: 'uuid',
    other_framework_id: 'uuid',
    aligned_on: 'date',
  },
  key: ['framework_id', 'clause_id', 'other_clause_id'],
  access: { class: 'C0', everyone: true },
  on: {
    ClausesAligned: ({ data }) => ({
      key: [data.frameworkId, data.clauseId, data.otherClauseId],
      fold: () => ({
        clause_id: data.clauseId,
        other_clause_id: data.otherClauseId,
        framework_id: data.frameworkId,
        other_framework_id: data.otherFrameworkId,
        aligned_on: data.effectiveOn,
      }),
    }),
    ClausesSeparated: ({ data }) => ({
      key: [data.frameworkId, data.clauseId, data.otherClauseId],
      fold: () => undefined,
    }),
  },
});
