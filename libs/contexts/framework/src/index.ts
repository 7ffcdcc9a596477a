import type { Commanding } from '@alongside/application';
import type { ProcessManager } from '@alongside/projections';
import { supersedeReplacedVersion } from './application/supersede-replaced-version/supersede-replaced-version.js';

export { frameworkCatalogue } from './domain/index.js';
export * from './framework.module.js';
export { frameworkProjections } from './projections/index.js';

/** What answers the events of frameworks with commands. */
export const frameworkProcessManagers = (commanding: Commanding): readonly ProcessManager[] => [
  supersedeReplacedVersion(commanding),
];
