import { enumOf } from '@alongside/graphql-kit';
import type { BreakGlassClass } from '../../contracts.js';

export type BreakGlassStatus = 'requested' | 'approved' | 'refused' | 'ended';

export const BreakGlassClassEnum = enumOf<BreakGlassClass>(
  'BreakGlassClass',
  {
    C1: 'Names and work contacts.',
    C2: 'Employment, training, supervision and what else an organisation records of its people.',
    C3: 'Lived experience, adjustments and benefits.',
    C4: 'Criminal-record decisions.',
  },
  'What a break-glass can open.',
);

export const BreakGlassStatusEnum = enumOf<BreakGlassStatus>(
  'BreakGlassStatus',
  {
    requested: 'Asked for and not answered. It lapses at `answerBy`.',
    approved: 'Approved. `isOpen` says whether its time still runs.',
    refused: 'Refused, or taken back. Nothing was opened.',
    ended: 'Approved, and closed before its time.',
  },
  'What became of a request to break the glass.',
);
