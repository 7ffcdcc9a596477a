export { frameworkLeadOf, OPERATOR, staffOf } from './chapters/partners.chapter.js';
export * from './load-demonstration.js';
export { localityIdOf, partnerByOds, partners, type Partner, type StoryTeam } from './partners.js';
export { personIdOf, type LoginOf } from './people.js';
export type { StoryPlan } from './story.js';
export { StoryRefused } from './telling.js';
