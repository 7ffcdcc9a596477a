import { disclosed, isErased, type CalendarDate, type Instant, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { VersionEvent } from '../../contracts.js';

export interface CommentRow {
  readonly comment_id: Uuid;
  readonly version_id: Uuid;
  readonly clause_id: Uuid | null;
  readonly locality_id: Uuid | null;
  readonly person_id: Uuid;
  /** Null once erased. */
  readonly text: string | null;
  readonly erased_at: Instant | null;
  readonly made_on: CalendarDate;
  readonly made_at: Instant;
}

export const commentProjection = projection<CommentRow, VersionEvent>({
  name: 'comment',
  version: 1,
  table: 'framework.comment',
  columns: {
    comment_id: 'uuid',
    version_id: 'uuid',
    clause_id: 'uuid',
    locality_id: 'uuid',
    person_id: 'uuid',
    text: 'text',
    erased_at: 'instant',
    made_on: 'date',
    made_at: 'instant',
  },
  key: ['comment_id'],
  access: { class: 'C1', localities: ['locality_id'], people: ['person_id'] },
  on: {
    CommentMade: ({ data, metadata, recordedAt }) => ({
      key: [data.commentId],
      fold: () => ({
        comment_id: data.commentId,
        version_id: data.versionId,
        clause_id: data.clauseId,
        locality_id: metadata.locality,
        person_id: data.personId,
        text: disclosed(data.text) ?? null,
        erased_at: isErased(data.text) ? data.text.at : null,
        made_on: data.effectiveOn,
        made_at: recordedAt,
      }),
    }),
  },
});
