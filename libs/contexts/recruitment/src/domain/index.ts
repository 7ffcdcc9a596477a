import { applicationCatalogue } from './application/application.events.js';
import { vacancyCatalogue } from './vacancy/vacancy.events.js';

export * from './application/application.commands.js';
export { application } from './application/application.decider.js';
export * from './application/application.events.js';
export * from './application/application.refusals.js';
export { isStarted, type ApplicationState } from './application/application.state.js';
export { placeLostBy } from './returning/returning.js';
export * from './vacancy/vacancy.commands.js';
export { vacancy, type VacancyState } from './vacancy/vacancy.decider.js';
export * from './vacancy/vacancy.events.js';
export * from './vacancy/vacancy.refusals.js';

/** Every type of event that recruitment records. */
export const recruitmentCatalogue = { ...vacancyCatalogue, ...applicationCatalogue };
