import type { AnyProjection } from '@alongside/projections';
import { agreementProjection } from './agreement/agreement.projection.js';
import { concernProjection } from './concern/concern.projection.js';
import { lineProjection } from './line/line.projection.js';
import { queryRaisedProjection } from './query-raised/query-raised.projection.js';

/** Every read model of the context. Declined tasks are in none: nobody is to count them. */
export const roleBoundariesProjections: readonly AnyProjection[] = [
  agreementProjection,
  lineProjection,
  queryRaisedProjection,
  concernProjection,
];
