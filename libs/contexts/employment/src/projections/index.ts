import type { AnyProjection } from '@alongside/projections';
import { engagementFactProjection } from './engagement-fact/engagement-fact.projection.js';
import { engagementProjection } from './engagement/engagement.projection.js';
import { payScaleProjection } from './pay-scale/pay-scale.projection.js';
import { postBandingProjection } from './post-banding/post-banding.projection.js';
import { postProjection } from './post/post.projection.js';

/** Every read model of the context. */
export const employmentProjections: readonly AnyProjection[] = [
  postProjection,
  postBandingProjection,
  engagementProjection,
  engagementFactProjection,
  payScaleProjection,
];
