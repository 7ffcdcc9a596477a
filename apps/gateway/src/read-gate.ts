import { BEGINNING, type EventStore } from '@alongside/event-store';
import type { ReadGate } from '@alongside/graphql-kit';
import { waitFor } from '@alongside/projections';
import type { ReadModels } from '@alongside/read-models';

/** Waits for projections in the database. The log is asked only about positions beyond any that it has shown. */
export const readGateOf = ({ pool }: ReadModels, store: EventStore): ReadGate => {
  let known = BEGINNING;
  return {
    reached: async (projections, position) => {
      if (position > known) known = await store.head();
      return position > known ? 'beyond' : waitFor(pool, projections, position);
    },
  };
};
