export { adoption } from './adoption/adoption.decider.js';
export type * from './adoption/adoption.commands.js';
export { adoptionRefusals, type AdoptionRefusal } from './adoption/adoption.refusals.js';
export {
  adoptionOf,
  deviationsOf,
  versionsOf,
  type Adopting,
  type AdoptionState,
} from './adoption/adoption.state.js';
export { frameworkCatalogue } from './catalogue.js';
export {
  applicableClauses,
  holdsOn,
  type Adoption,
  type ClauseOfVersion,
  type Deviation,
} from './clause/clause.applicable.js';
export {
  compareClauses,
  compareRules,
  deviationDirection,
  type Comparison,
} from './clause/clause.comparison.js';
export { ruleFaults } from './clause/clause.faults.js';
export { subjectOf } from './clause/clause.subject.js';
export { compareVersions, type AlignedClauses, type ComparedClauses } from './clause/version.comparison.js';
export type * from './framework/framework.commands.js';
export {
  framework,
  memberOn,
  standingOn,
  type FoundedFramework,
  type FrameworkState,
  type GroupStanding,
} from './framework/framework.decider.js';
export { frameworkRefusals, type FrameworkRefusal } from './framework/framework.refusals.js';
export { supersession, versionInForceLast } from './superseding/superseding.js';
export type * from './version/version.commands.js';
export { version } from './version/version.decider.js';
export { versionRefusals, type VersionRefusal } from './version/version.refusals.js';
export { standingClauses, type Drafted, type VersionState } from './version/version.state.js';
export { majorityReached, quorumReached, reaches } from './version/vote.js';
