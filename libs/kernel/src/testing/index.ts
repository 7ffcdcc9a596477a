export { specFor } from './spec-for.js';
export { factId } from './spec-for.js';
