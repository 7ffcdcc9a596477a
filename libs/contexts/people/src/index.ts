export { linkAcceptedInvitation } from './application/link-accepted-invitation/link-accepted-invitation.js';
export { peopleCatalogue } from './domain/index.js';
export * from './people.module.js';
export { searchable } from './projections/name-cards/name-cards.projection.js';
export { peopleProjections } from './projections/people.projections.js';
