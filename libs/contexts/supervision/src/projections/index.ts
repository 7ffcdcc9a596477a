import type { AnyProjection } from '@alongside/projections';
import { arrangementProjection } from './arrangement/arrangement.projection.js';
import { sessionProjection } from './session/session.projection.js';

/** Every read model of the context. */
export const supervisionProjections: readonly AnyProjection[] = [arrangementProjection, sessionProjection];
