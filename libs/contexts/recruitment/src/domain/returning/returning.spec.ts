import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { applicationStream } from '../../contracts.js';
import { placeLostBy } from './returning.js';

describe('a place that the post refused', () => {
  it('is lost by the application that asked for it, on the day of the refusal, in the record of the employer', () => {
    const data = {
      applicationId: uuid5('application'),
      employingOrganisationId: uuid5('employer'),
      hostOrganisationId: uuid5('host'),
      localityId: uuid5('locality'),
      postId: uuid5('post'),
      effectiveOn: '2026-03-02',
      startsOn: '2026-04-01',
      reason: 'NoPlaceLeft' as const,
    };
    expect(placeLostBy({ data })).toEqual({
      stream: applicationStream(uuid5('application')),
      command: { type: 'LosePlace', effectiveOn: '2026-03-02' },
      controller: { organisation: uuid5('employer'), locality: uuid5('locality') },
    });
  });
});
