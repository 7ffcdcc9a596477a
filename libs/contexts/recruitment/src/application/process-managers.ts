import type { Commanding } from '@alongside/application';
import type { ProcessManager } from '@alongside/projections';
import { returnToReserve } from './return-to-reserve/return-to-reserve.js';

/** What recruitment answers to facts of other contexts. */
export const recruitmentProcessManagers = (commanding: Commanding): readonly ProcessManager[] => [
  returnToReserve(commanding),
];
