export { play } from './play.js';
export { factId, specFor } from './spec-for.js';
