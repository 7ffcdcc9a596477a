import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { FrameworkEvent } from '../../contracts.js';

export interface FrameworkRow {
  readonly framework_id: Uuid;
  readonly locality_id: Uuid;
  readonly name: string;
  readonly founded_on: CalendarDate;
  /** The founding rule: binds the first version. */
  readonly quorum_share: number;
  readonly majority_share: number;
}

export const frameworkProjection = projection<FrameworkRow, FrameworkEvent>({
  name: 'framework',
  version: 1,
  table: 'framework.framework',
  columns: {
    framework_id: 'uuid',
    locality_id: 'uuid',
    name: 'text',
    founded_on: 'date',
    quorum_share: 'number',
    majority_share: 'number',
  },
  key: ['framework_id'],
  access: { class: 'C0', everyone: true },
  on: {
    FrameworkFounded: ({ data }) => ({
      key: [data.frameworkId],
      fold: () => ({
        framework_id: data.frameworkId,
        locality_id: data.localityId,
        name: data.name,
        founded_on: data.effectiveOn,
        quorum_share: data.quorumShare,
        majority_share: data.majorityShare,
      }),
    }),
  },
});
