import { disclosed, isErased, type CalendarDate, type Instant, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { VersionEvent } from '../../contracts.js';

export interface DissentRow {
  readonly dissent_id: Uuid;
  readonly version_id: Uuid;
  readonly clause_id: Uuid | null;
  /** Null where the dissent was stated without a name: everybody signed in may read this table. */
  readonly person_id: Uuid | null;
  /** Null once erased. */
  readonly statement: string | null;
  readonly erased_at: Instant | null;
  readonly stated_on: CalendarDate;
}

export const dissentProjection = projection<DissentRow, VersionEvent>({
  name: 'dissent',
  version: 1,
  table: 'framework.dissent',
  columns: {
    dissent_id: 'uuid',
    version_id: 'uuid',
    clause_id: 'uuid',
    person_id: 'uuid',
    statement: 'text',
    erased_at: 'instant',
    stated_on: 'date',
  },
  key: ['dissent_id'],
  access: { class: 'C1', everyone: true },
  on: {
    DissentStated: ({ data }) => ({
      key: [data.dissentId],
      fold: () => ({
        dissent_id: data.dissentId,
        version_id: data.versionId,
        clause_id: data.clauseId,
        person_id: data.named ? data.personId : null,
        statement: disclosed(data.statement) ?? null,
        erased_at: isErased(data.statement) ? data.statement.at : null,
        stated_on: data.effectiveOn,
      }),
    }),
  },
});
