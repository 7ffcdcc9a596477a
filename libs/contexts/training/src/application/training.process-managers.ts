import type { Commanding } from '@alongside/application';
import type { ProcessManager } from '@alongside/projections';
import { seatsAndEnrolments } from './seats-and-enrolments/seats-and-enrolments.js';

/** Every process manager of training. */
export const trainingProcessManagers = (commanding: Commanding): readonly ProcessManager[] => [
  seatsAndEnrolments(commanding),
];
