import type { Owner } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { BoundaryCommand } from '../domain/index.js';
import type { EngagementFound } from './looking-up/engagement.lookup.js';

/** What is for the organisation to do: a worker who also holds a role there does not do it for themselves. */
const forTheOrganisation: readonly BoundaryCommand['type'][] = ['AnswerQuery', 'HoldReview'];

/**
 * The employing organisation answers for a boundary; the worker, and whoever supervises in the engagement, act on it
 * through the worker. Somebody assigned through another organisation does not.
 */
export const ownerOfBoundary = (
  { of, supervised }: Pick<EngagementFound, 'of' | 'supervised'>,
  actorId: Uuid,
  command?: BoundaryCommand['type'],
): Owner | undefined => {
  const isWorker = of.personId === actorId;
  if (isWorker && command && forTheOrganisation.includes(command)) return undefined;
  return {
    organisations: [of.organisationId],
    localities: [of.localityId],
    ...(isWorker || supervised ? { person: of.personId } : {}),
  };
};
