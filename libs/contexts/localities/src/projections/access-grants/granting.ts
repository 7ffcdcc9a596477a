import type { Uuid } from '@alongside/kernel';
import type { Change, Published } from '@alongside/projections';
import { endedBy } from '../lasting.js';
import type { AccessGrantRow } from './access-grant.row.js';

const nothing = {
  membership_id: null,
  role: null,
  organisation_id: null,
  person_id: null,
  areas: null,
  classes: null,
  mutations: null,
  parent_id: null,
  to_on: null,
  from_at: null,
  to_at: null,
  suspended: false,
  standing: null,
} as const;

type Given = Partial<AccessGrantRow> &
  Pick<AccessGrantRow, 'grant_id' | 'basis' | 'holder_kind' | 'holder_id' | 'scope_kind' | 'scope_id'>;

/** The row of a right that an event gives from its day. */
export const granted = (event: Published, given: Given): AccessGrantRow => ({
  ...nothing,
  from_on: event.data.effectiveOn,
  event_ids: [event.id],
  ...given,
});

/** What an event does to a right that is there. */
export const changing = (
  grantId: Uuid,
  event: Published,
  change: (row: AccessGrantRow) => Partial<AccessGrantRow> | undefined,
): Change<AccessGrantRow> => ({
  key: [grantId],
  fold: (row) => {
    const changed = row && change(row);
    return row && changed && { ...row, ...changed, event_ids: [...row.event_ids, event.id] };
  },
});

/** Ends a right on the event's day unless it ends earlier in any case. */
export const ended = (grantId: Uuid, event: Published): Change<AccessGrantRow> =>
  changing(grantId, event, ({ to_on }) => ({ to_on: endedBy(to_on, event.data.effectiveOn) }));
