import type { Commanding } from '@alongside/application';
import type { ProcessManager } from '@alongside/projections';
import { endSupervisionWithEngagement } from './end-with-engagement/end-with-engagement.js';

/** What supervision answers to facts of other contexts. */
export const supervisionProcessManagers = (commanding: Commanding): readonly ProcessManager[] => [
  endSupervisionWithEngagement(commanding),
];
