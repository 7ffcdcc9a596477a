export { peopleCatalogue } from './domain/index.js';
export { searchable } from './projections/name-cards/name-cards.projection.js';
export { peopleProjections } from './projections/people.projections.js';
