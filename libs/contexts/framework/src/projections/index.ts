import type { AnyProjection } from '@alongside/projections';
import { adoptionProjection } from './adoption/adoption.projection.js';
import { clauseAlignmentProjection } from './clause-alignment/clause-alignment.projection.js';
import { clauseProjection } from './clause/clause.projection.js';
import { commentProjection } from './comment/comment.projection.js';
import { deviationProjection } from './deviation/deviation.projection.js';
import { dissentProjection } from './dissent/dissent.projection.js';
import { frameworkProjection } from './framework/framework.projection.js';
import { groupMemberProjection } from './group-member/group-member.projection.js';
import { versionProjection } from './version/version.projection.js';

/** Every read model of the context. Ballots are in none. */
export const frameworkProjections: readonly AnyProjection[] = [
  frameworkProjection,
  groupMemberProjection,
  clauseAlignmentProjection,
  versionProjection,
  clauseProjection,
  commentProjection,
  dissentProjection,
  adoptionProjection,
  deviationProjection,
];
