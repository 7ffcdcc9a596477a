import { enumOf } from '@alongside/graphql-kit';
import type { AccessBasis } from '../entry.js';

export const AccessBasisEnum = enumOf<AccessBasis>(
  'AccessBasis',
  {
    self: 'It is one’s own.',
    role: 'A role in the organisation whose record it is.',
    assignment: 'The reader supervises the person.',
    disclosure: 'It was shared with the reader, or with a role that they hold.',
    passport: 'The person showed their training passport to the reader’s organisation.',
    agreement: 'A data-sharing agreement between organisations.',
    breakGlass: 'An emergency that a second person agreed to.',
    integration: 'The organisation’s own systems.',
  },
  'On what a reading rests.',
);
