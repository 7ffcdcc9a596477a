import { describe, expect, it } from '@jest/globals';
import { settle, type Fact } from '@alongside/kernel';

const fact = (id: string, effectiveOn: string, recordedAt: string, corrects?: string): Fact => ({
  id,
  type: 'PostBanded',
  data: { effectiveOn },
  recordedAt,
  ...(corrects ? { corrects: { eventId: corrects, reason: 'wrongDate' } } : {}),
});
const ids = (facts: readonly Fact[]): readonly string[] => facts.map(({ id }) => id);

describe('settling the facts of a stream', () => {
  const history = [
    fact('established', '2024-04-01', '2024-04-01T09:00:00.000Z'),
    fact('wrong', '2024-09-01', '2024-06-01T09:00:00.000Z'),
    fact('late', '2024-05-01', '2024-07-01T09:00:00.000Z'),
    fact('right', '2024-10-01', '2024-08-01T09:00:00.000Z', 'wrong'),
  ];

  it('orders facts by when they were true, not by when they were learnt', () => {
    expect(ids(settle(history))).toEqual(['established', 'late', 'right']);
  });
  it('still shows what was believed before the correction', () => {
    expect(ids(settle(history, { asKnownAt: '2024-07-31T00:00:00.000Z' }))).toEqual([
      'established',
      'late',
      'wrong',
    ]);
  });
  it('leaves out what was not yet true', () => {
    expect(ids(settle(history, { asAt: '2024-09-30' }))).toEqual(['established', 'late']);
  });
  it('keeps the order of recording within a day', () => {
    const sameDay = [
      fact('b', '2024-01-01', '2024-01-01T00:00:00.000Z'),
      fact('a', '2024-01-01', '2024-01-02T00:00:00.000Z'),
    ];
    expect(ids(settle(sameDay))).toEqual(['b', 'a']);
  });
});
