import { describe, expect, it } from '@jest/globals';
import type { EngagementEnded } from '@alongside/employment/contracts';
import { boundaryIdOf, boundaryStream } from '../contracts.js';
import { roleBoundariesCatalogue } from './catalogue.js';
import { boundaryEndedBy } from './ending.js';

const ended: EngagementEnded = {
  type: 'EngagementEnded',
  data: {
    effectiveOn: '2026-04-01',
    engagementId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0001',
    personId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0002',
    postId: null,
    employingOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003',
    hostOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003',
    localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0004',
    lastDay: '2026-03-31',
    reason: 'resignation',
  },
};

describe('the end of an engagement', () => {
  it('ends what was agreed on the day after the last', () => {
    expect(boundaryEndedBy(ended)).toEqual({
      stream: boundaryStream(boundaryIdOf(ended.data.engagementId)),
      command: { type: 'EndBoundary', effectiveOn: '2026-04-01' },
      controller: {
        organisation: ended.data.employingOrganisationId,
        locality: ended.data.localityId,
      },
    });
  });
  it('says why, where it was another day before', () => {
    expect(
      boundaryEndedBy({ ...ended, corrects: { eventId: 'an event', reason: 'lateNotice' } }).command,
    ).toEqual({ type: 'EndBoundary', effectiveOn: '2026-04-01', correction: 'lateNotice' });
  });
});

describe('the catalogue of role boundaries', () => {
  it('seals every word that people write', () => {
    const { TaskQueried, QueryAnswered, TaskDeclined, ConcernRaised, ConcernResolved } =
      roleBoundariesCatalogue;
    expect(
      [TaskQueried, QueryAnswered, TaskDeclined, ConcernRaised, ConcernResolved].map(({ sealed }) => sealed),
    ).toEqual([{ question: 'C2' }, { answer: 'C2' }, { reason: 'C3' }, { text: 'C3' }, { outcome: 'C3' }]);
    for (const [entry, field] of [
      [TaskQueried, 'question'],
      [QueryAnswered, 'answer'],
      [TaskDeclined, 'reason'],
      [ConcernRaised, 'text'],
      [ConcernResolved, 'outcome'],
    ] as const)
      expect(entry.open).not.toContain(field);
  });
  it('leaves no event without its day in clear', () => {
    for (const entry of Object.values(roleBoundariesCatalogue)) expect(entry.open).toContain('effectiveOn');
  });
});
