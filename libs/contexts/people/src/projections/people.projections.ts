import type { AnyProjection } from '@alongside/projections';
import { contestedFacts } from './contested-facts/contested-facts.projection.js';
import { disclosures } from './disclosures/disclosures.projection.js';
import { invitations } from './invitations/invitations.projection.js';
import { logins } from './logins/logins.projection.js';
import { nameCards } from './name-cards/name-cards.projection.js';
import { pathwaySteps } from './pathway-steps/pathway-steps.projection.js';

/** Every read model of the people context. */
export const peopleProjections: readonly AnyProjection[] = [
  nameCards,
  logins,
  invitations,
  disclosures,
  contestedFacts,
  pathwaySteps,
];
