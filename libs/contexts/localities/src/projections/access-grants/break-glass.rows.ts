import type { Projection } from '@alongside/projections';
import type { BreakGlassEvent } from '../../contracts.js';
import type { AccessGrantRow } from './access-grant.row.js';
import { changing, granted } from './granting.js';

/** What was opened in an emergency, to the moment. */
export const breakGlassRows: Projection<AccessGrantRow, BreakGlassEvent>['on'] = {
  BreakGlassApproved: (event) => {
    const { breakGlassId, requestedBy, organisationId, personId, classes, from, until } = event.data;
    return {
      key: [breakGlassId],
      fold: () =>
        granted(event, {
          grant_id: breakGlassId,
          basis: 'breakGlass',
          holder_kind: 'person',
          holder_id: requestedBy,
          scope_kind: 'organisation',
          scope_id: organisationId,
          organisation_id: organisationId,
          person_id: personId,
          classes,
          from_at: from,
          to_at: until,
        }),
    };
  },
  BreakGlassEnded: (event) =>
    changing(event.data.breakGlassId, event, ({ to_at }) => ({
      to_at: to_at !== null && to_at < event.data.at ? to_at : event.data.at,
    })),
};
