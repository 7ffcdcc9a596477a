import { describe, expect, it } from '@jest/globals';
import { employmentCatalogue } from './catalogue.js';

describe('the catalogue of employment', () => {
  it('leaves no event without its day in clear', () => {
    for (const entry of Object.values(employmentCatalogue)) expect(entry.open).toContain('effectiveOn');
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
