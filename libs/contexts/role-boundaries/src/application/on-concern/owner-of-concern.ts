import type { Owner } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { ConcernState } from '../../domain/index.js';

/**
 * Only people who may see a concern may act on it, by that alone: the concern is then their own affair. For everybody
 * else in the organisation there is no such concern.
 */
export const ownerOfConcern = (state: ConcernState, actorId: Uuid): Owner | undefined => {
  if (state.status === 'None') return undefined;
  const { of, raisedBy, visibleTo } = state;
  if (raisedBy !== actorId && !visibleTo.includes(actorId)) return undefined;
  return { organisations: [of.organisationId], localities: [of.localityId], person: actorId };
};
