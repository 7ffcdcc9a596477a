export * from './facts.js';
export * from './fold.js';
export * from './history/history.projection.js';
export { retryParkedReactions } from './process-managers/manager-records.js';
export * from './process-managers/process-manager.js';
export {
  runProcessManagers,
  type ManagersStatus,
  type ProcessManagersOptions,
  type ProcessManagersRunner,
} from './process-managers/run-process-managers.js';
export * from './projection.js';
export * from './rebuild/rebuild.js';
export * from './rebuild/verify.js';
export * from './row-check.js';
export * from './said.js';
export * from './runner/logger.js';
export {
  runProjections,
  type ProjectionsOptions,
  type ProjectionsRunner,
  type RunnerStatus,
} from './runner/run-projections.js';
export { CHANNEL, installRuntime } from './runtime/install-runtime.js';
export type { Park } from './runtime/parked.js';
export { tableFaults } from './sql/table-faults.js';
export * from './waiting/projections-health.js';
export * from './waiting/wait-for.js';
