import type { Commanding } from '@alongside/application';
import type { ProcessManager } from '@alongside/projections';
import { endBoundaryWithEngagement } from './end-with-engagement/end-with-engagement.js';

/** What role boundaries answer to facts of other contexts. */
export const roleBoundariesProcessManagers = (commanding: Commanding): readonly ProcessManager[] => [
  endBoundaryWithEngagement(commanding),
];
