// Runs both kinds of specs and ends with one plain line. Arguments go to Jest: `npm test -- post.decider`.
import { buildIfStale } from './build.mjs';
import { conclude, ES_MODULES, runJest } from './run-jest.mjs';

const args = process.argv.slice(2);
await buildIfStale();
const pure = await runJest('pure', [], args);
const live = await runJest('live', ES_MODULES, args);
conclude([pure, live]);
