import { describe, expect, it } from '@jest/globals';
import { groundInWords, type Ground } from './ground-in-words.js';

const ground = (given: Partial<Ground>): Ground => ({
  basis: 'role',
  holderKind: 'person',
  holderName: 'Ana Example',
  organisationName: 'Sussex Partnership',
  role: 'hr',
  areas: [],
  personName: null,
  ...given,
});

describe('why somebody can see records, in words', () => {
  it.each([
    [{}, 'Ana Example is HR of Sussex Partnership.'],
    [{ holderName: null }, 'Somebody is HR of Sussex Partnership.'],
    [
      { basis: 'delegation', role: 'organisationLead' },
      'Ana Example acts as lead of Sussex Partnership for somebody else, for a time.',
    ],
    [
      { basis: 'assignment', role: 'supervisor', personName: 'Ben Example' },
      'Ana Example supervises Ben Example for Sussex Partnership.',
    ],
    [
      {
        basis: 'agreement',
        holderKind: 'organisation',
        holderName: 'CAPITAL',
        areas: ['training', 'employment'],
      },
      'CAPITAL sees training and employment records of Sussex Partnership by a data-sharing agreement.',
    ],
    [
      { basis: 'agreement', holderKind: 'locality', holderName: 'Sussex', areas: ['employment', 'training'] },
      'Those who lead the framework of Sussex see training records of Sussex Partnership by a data-sharing agreement.',
    ],
    [
      { basis: 'agreement', holderKind: 'locality', holderName: 'Sussex', areas: ['employment'] },
      'Those who lead the framework of Sussex see no records of Sussex Partnership by a data-sharing agreement.',
    ],
    [
      { basis: 'integration', holderKind: 'client', holderName: null },
      'The organisation’s own system keeps records of Sussex Partnership up to date.',
    ],
    [
      { basis: 'breakGlass', personName: 'Ben Example' },
      'Ana Example broke the glass for one person’s records of Sussex Partnership.',
    ],
    [
      { basis: 'disclosure', role: null, areas: ['supervision'] },
      'Sussex Partnership sees what was disclosed to it for supervision.',
    ],
  ] as const)('%#', (given, sentence) => {
    expect(groundInWords(ground(given as Partial<Ground>))).toBe(sentence);
  });
});
