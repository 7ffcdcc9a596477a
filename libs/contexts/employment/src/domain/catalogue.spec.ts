import { describe, expect, it } from '@jest/globals';
import { employmentCatalogue } from './catalogue.js';

describe('the catalogue of employment', () => {
  it('leaves no event without its day in clear', () => {
    for (const entry of Object.values(employmentCatalogue)) expect(entry.open).toContain('effectiveOn');
  });
  it('finds no team in a post that was established before teams were on record', () => {
    const { version, upcast } = employmentCatalogue.PostEstablished;
    expect(version).toBe(2);
    expect(upcast?.[1]?.({ title: 'Peer support worker', team: 'Meadow ward' })).toEqual({
      title: 'Peer support worker',
      team: 'Meadow ward',
      teamId: null,
    });
  });
  it('seals the words that explain a correction', () => {
    for (const { open } of [
      employmentCatalogue.PostBanded,
      employmentCatalogue.EngagementBegun,
      employmentCatalogue.EngagementEnded,
    ])
      expect(open).not.toContain('correctionNote');
  });
});
