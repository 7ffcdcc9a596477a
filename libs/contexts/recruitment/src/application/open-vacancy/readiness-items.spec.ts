import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { readinessItems } from './readiness-items.js';

const clause = (title: string, kind: 'readinessItem' | 'principle' = 'readinessItem') => ({
  clauseId: uuid5(title),
  title,
  kind,
});

describe('how ready an organisation is', () => {
  it('is said of each readiness item of its framework, and of nothing else', () => {
    const clauses = [clause('Team prepared'), clause('Supervision agreed'), clause('Lead named'), clause('Mutuality', 'principle')]; // prettier-ignore
    const inPlace = [
      { clauseId: uuid5('Team prepared'), status: 'met' as const },
      { clauseId: uuid5('Supervision agreed'), status: 'waived' as const },
      { clauseId: uuid5('An item of an earlier version'), status: 'met' as const },
    ];
    expect(readinessItems(clauses, inPlace).map(({ title, status }) => [title, status])).toEqual([
      ['Team prepared', 'met'],
      ['Supervision agreed', 'waived'],
      ['Lead named', 'neither'],
    ]);
  });
});
