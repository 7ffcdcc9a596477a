import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Published } from '@alongside/projections';
import type { ClauseKind, ClauseRule, VersionEvent } from '../../contracts.js';
import { subjectOf } from '../../domain/clause/clause.subject.js';

export interface ClauseRow {
  readonly version_id: Uuid;
  readonly clause_id: Uuid;
  readonly kind: ClauseKind;
  readonly title: string;
  readonly wording: string;
  readonly rule: ClauseRule;
  /** What the rule is about, to find its counterpart in another version by; null for principles and readiness. */
  readonly subject: string | null;
  readonly status: 'proposed' | 'withdrawn';
  /** What an author must have read to change the clause. */
  readonly revision: number;
  readonly carried_from: Uuid | null;
  /** Whether it differs from what was carried over. */
  readonly amended: boolean;
  readonly proposed_on: CalendarDate;
  readonly changed_on: CalendarDate;
}

type Proposed = Published<Extract<VersionEvent, { type: 'ClauseProposed' }>>;

const proposed = ({ data }: Proposed, before: ClauseRow | undefined): ClauseRow => ({
  version_id: data.versionId,
  clause_id: data.clauseId,
  kind: data.kind,
  title: data.title,
  wording: data.wording,
  rule: data.rule,
  subject: subjectOf(data.rule),
  status: 'proposed',
  revision: before ? before.revision + 1 : 0,
  carried_from: before?.carried_from ?? data.carriedFrom,
  amended: before !== undefined,
  proposed_on: before?.proposed_on ?? data.effectiveOn,
  changed_on: data.effectiveOn,
});

export const clauseProjection = projection<ClauseRow, VersionEvent>({
  name: 'clause',
  version: 1,
  table: 'framework.clause',
  columns: {
    version_id: 'uuid',
    clause_id: 'uuid',
    kind: 'text',
    title: 'text',
    wording: 'text',
    rule: 'json',
    subject: 'text',
    status: 'text',
    revision: 'integer',
    carried_from: 'uuid',
    amended: 'boolean',
    proposed_on: 'date',
    changed_on: 'date',
  },
  key: ['version_id', 'clause_id'],
  access: { class: 'C0', everyone: true },
  on: {
    ClauseProposed: (event) => ({
      key: [event.data.versionId, event.data.clauseId],
      fold: (row) => proposed(event, row),
    }),
    ClauseAmended: ({ data }) => ({
      key: [data.versionId, data.clauseId],
      fold: (row) =>
        row && {
          ...row,
          title: data.title,
          wording: data.wording,
          rule: data.rule,
          subject: subjectOf(data.rule),
          revision: row.revision + 1,
          amended: true,
          changed_on: data.effectiveOn,
        },
    }),
    ClauseWithdrawn: ({ data }) => ({
      key: [data.versionId, data.clauseId],
      fold: (row) =>
        row && { ...row, status: 'withdrawn', revision: row.revision + 1, changed_on: data.effectiveOn },
    }),
  },
});
