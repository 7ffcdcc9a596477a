import { describe, expect, it } from '@jest/globals';
import type { EngagementEnded } from '@alongside/employment/contracts';
import { supervisionIdOf, supervisionStream } from '../contracts.js';
import { supervisionCatalogue } from './catalogue.js';
import { supervisionEndedBy } from './ending.js';

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
  it('ends supervision of every kind on the day after the last', () => {
    const answers = supervisionEndedBy(ended);
    expect(answers.map(({ stream }) => stream)).toEqual(
      (['line', 'practice', 'peer', 'peerGroup'] as const).map((kind) =>
        supervisionStream(supervisionIdOf(ended.data.engagementId, kind)),
      ),
    );
    for (const { command } of answers)
      expect(command).toEqual({
        type: 'EndSupervision',
        reason: 'engagementEnded',
        effectiveOn: '2026-04-01',
      });
  });
  it('is not answered again when it is corrected', () => {
    expect(supervisionEndedBy({ ...ended, corrects: { eventId: 'an event', reason: 'lateNotice' } })).toEqual(
      [],
    );
  });
});

describe('the catalogue of supervision', () => {
  it('seals lived experience, about the supervisor, in the class of lived experience', () => {
    const { SupervisionArranged, SupervisionHandedOver, SessionHeld } = supervisionCatalogue;
    for (const entry of [SupervisionArranged, SupervisionHandedOver])
      expect([entry.subject, entry.sealed]).toEqual(['supervisorId', { supervisorHasLivedExperience: 'C3' }]);
    expect([SessionHeld.subject, SessionHeld.sealed]).toEqual(['supervisorId', { byPeer: 'C3' }]);
    expect(SessionHeld.open).not.toContain('byPeer');
  });
  it('leaves no event without its day in clear', () => {
    for (const entry of Object.values(supervisionCatalogue)) expect(entry.open).toContain('effectiveOn');
  });
});
