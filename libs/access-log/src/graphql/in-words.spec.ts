import { describe, expect, it } from '@jest/globals';
import { inWords, type Told } from './in-words.js';

const told = (given: Partial<Told> = {}): Told => ({
  readAt: '2026-07-01T23:05:00.000Z',
  readerKind: 'person',
  readerName: null,
  role: 'hr',
  behalfName: 'Sussex Partnership',
  organisationName: 'Sussex Partnership',
  what: 'dbsDecision',
  purpose: 'employment checks: the decision alone',
  basis: 'role',
  ...given,
});
const shared = {
  what: 'disclosure',
  purpose: 'supervision',
  basis: 'disclosure',
  role: 'supervisor',
} as const;

describe('who read what, in words', () => {
  it.each([
    [
      'a role at an organisation, at the time in the United Kingdom',
      told(),
      'An HR officer of Sussex Partnership read the decision of your DBS check at 00:05 on 2 July 2026. Purpose: employment checks: the decision alone. Grounds: their role in the organisation whose record it is.',
    ],
    [
      'a name, where it may be seen',
      told({ ...shared, readerName: 'Ada Example' }),
      'Ada Example, a supervisor of Sussex Partnership, read your disclosure for supervision at 00:05 on 2 July 2026. Purpose: supervision. Grounds: it was shared with them.',
    ],
    [
      'an emergency',
      told({
        what: 'trainingRecord',
        role: 'operator',
        behalfName: null,
        basis: 'breakGlass',
        purpose: 'an emergency',
      }),
      'An operator read your records at Sussex Partnership (the query “trainingRecord”) at 00:05 on 2 July 2026. Purpose: an emergency. Grounds: an emergency that a second person agreed to.',
    ],
    [
      'another organisation’s system',
      told({
        what: 'peerWorkerStatus',
        readerKind: 'client',
        role: 'integration',
        behalfName: 'CAPITAL',
        basis: 'agreement',
        purpose: 'recognising training',
      }),
      'A system of CAPITAL read that you are a peer worker, and records of your work at 00:05 on 2 July 2026. Purpose: recognising training. Grounds: a data-sharing agreement.',
    ],
    [
      'somebody without a role',
      told({ what: 'concern', role: null, behalfName: null, basis: 'disclosure', purpose: 'boundaries' }),
      'Somebody read a concern about your work at 00:05 on 2 July 2026. Purpose: boundaries. Grounds: it was shared with them.',
    ],
    [
      'oneself',
      told({ ...shared, basis: 'self', role: null, behalfName: null, readerName: 'Ada Example' }),
      'You read your disclosure for supervision at 00:05 on 2 July 2026.',
    ],
  ])('says %s', (_, entry, sentence) => {
    expect(inWords(entry)).toBe(sentence);
  });
});
