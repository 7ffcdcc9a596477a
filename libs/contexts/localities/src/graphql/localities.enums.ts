import { enumOf } from '@alongside/graphql-kit';
import type { IdentifierSystem, ItemInPlace, Sector } from '../contracts.js';

export const SectorEnum = enumOf<Sector>(
  'Sector',
  {
    nhsTrust: 'An NHS trust or foundation trust.',
    vcse: 'A voluntary, community or social enterprise organisation.',
    userLed: 'An organisation led by the people who use services.',
    localAuthority: 'A council.',
    integratedCareBoard: 'An integrated care board.',
    primaryCare: 'A general practice, a primary care network or a federation of these.',
  },
  'The sector that a partner organisation belongs to.',
);

export const IdentifierSystemEnum = enumOf<IdentifierSystem>(
  'IdentifierSystem',
  {
    ods: 'NHS organisation code of the Organisation Data Service: 3 to 10 letters and digits.',
    charity: 'Number in a charity register of the United Kingdom.',
    company: 'Number at Companies House: 8 letters and digits.',
    esr: 'Number of the organisation’s Electronic Staff Record (its VPD).',
  },
  'A register that gives organisations codes.',
);

export const ReadinessItemStatusEnum = enumOf<ItemInPlace['status']>(
  'ReadinessItemStatus',
  {
    met: 'The organisation has it in place.',
    waived: 'The organisation does without it for a time, publicly and with a reason.',
  },
  'How a readiness item is in place.',
);
