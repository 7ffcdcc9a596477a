import type { CalendarDate, Uuid } from '@alongside/kernel';
import {
  type Change,
  correcting,
  factColumns,
  type FactColumns,
  factOf,
  projection,
  type Published,
  recording,
} from '@alongside/projections';
import type { ReadinessEvent } from '../../domain/readiness/readiness.state.js';

export interface ReadinessRow extends FactColumns {
  readonly organisation_id: Uuid;
  /** Null where the item is the organisation's own. */
  readonly team_id: Uuid | null;
  readonly clause_id: Uuid;
  readonly status: 'met' | 'waived' | 'lapsed';
  /** The last day of what is met or waived. */
  readonly until: CalendarDate | null;
  readonly waived_by: Uuid | null;
  readonly reason: string | null;
}

type Standing = Pick<ReadinessRow, 'status' | 'until' | 'waived_by' | 'reason'>;

const standing = (
  event: Published<ReadinessEvent>,
  stands: Partial<Standing> & Pick<Standing, 'status'>,
): readonly Change<ReadinessRow>[] =>
  recording<ReadinessRow>(event, {
    ...factOf(event),
    organisation_id: event.data.organisationId,
    team_id: event.data.teamId ?? null,
    clause_id: event.data.clauseId,
    until: null,
    waived_by: null,
    reason: null,
    ...stands,
  });

/** What an organisation or a team had in place, item by item: the last fact of an item up to a day says how it stood then. */
export const readiness = projection<ReadinessRow, ReadinessEvent>({
  name: 'readiness',
  version: 2,
  table: 'localities.readiness',
  columns: {
    ...factColumns,
    organisation_id: 'uuid',
    team_id: 'uuid',
    clause_id: 'uuid',
    status: 'text',
    until: 'date',
    waived_by: 'uuid',
    reason: 'text',
  },
  key: ['event_id'],
  access: { class: 'C0', everyone: true },
  on: {
    ReadinessItemMet: (event) => standing(event, { status: 'met', until: event.data.until }),
    ReadinessItemWaived: (event) =>
      standing(event, {
        status: 'waived',
        until: event.data.expiresOn,
        waived_by: event.data.waivedBy,
        reason: event.data.reason,
      }),
    // A lapse that corrects says that something never was: it must not hide what was there before that.
    ReadinessItemLapsed: (event) =>
      event.corrects ? correcting(event) : standing(event, { status: 'lapsed' }),
  },
});
