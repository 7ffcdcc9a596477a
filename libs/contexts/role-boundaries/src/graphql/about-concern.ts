import type { About } from '@alongside/access-log';
import { grantsInForce, type Actor } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';

/** Whom a concern is about, and who may see it. */
export interface ConcernAbout {
  readonly concernId: Uuid;
  /** The worker whose engagement it is about. */
  readonly personId: Uuid;
  readonly raisedBy: Uuid;
  readonly organisationId: Uuid;
  readonly visibleTo: readonly Uuid[];
}

/**
 * The log never tells a worker of a concern that they may not see themselves: such a one is in it as whoever raised it
 * said it.
 */
export const aboutConcern = (actor: Actor, row: ConcernAbout): About => {
  const { concernId, personId, raisedBy, organisationId, visibleTo } = row;
  const ofWorker = visibleTo.includes(personId);
  const person = ofWorker ? personId : raisedBy;
  const held = grantsInForce(actor).find(({ scope }) => scope.id === organisationId);
  const own = person === actor.id;
  return {
    what: ofWorker ? 'concern' : 'concernRaised',
    class: 'C3',
    person,
    organisation: organisationId,
    grounds: {
      basis: own ? 'self' : 'disclosure',
      basisId: own ? null : concernId,
      role: own ? null : (held?.role ?? null),
      onBehalfOf: own || !held ? null : organisationId,
      purpose: 'keeping the role within its boundaries',
    },
  };
};
