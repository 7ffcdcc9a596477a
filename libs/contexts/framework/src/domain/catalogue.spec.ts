import { describe, expect, it } from '@jest/globals';
import type { DataClass, EventEntry } from '@alongside/kernel';
import { frameworkCatalogue } from './catalogue.js';

const entries = Object.entries(frameworkCatalogue) as [string, EventEntry<Record<string, unknown>>][];

describe('what the log holds in clear', () => {
  it('is everything but what members bring, say and vote', () => {
    const sealed: Record<string, Partial<Record<string, DataClass>>> = Object.fromEntries(
      entries.flatMap(([type, { sealed: fields }]) => (fields ? [[type, fields]] : [])),
    );
    expect(sealed).toEqual({
      GroupMemberJoined: { livedExperience: 'C3' },
      CommentMade: { text: 'C1' },
      BallotCast: { choice: 'C3', livedExperience: 'C3' },
      DissentStated: { statement: 'C1' },
    });
  });
  it('never has a field both open and sealed', () => {
    for (const [type, { open, sealed = {} }] of entries)
      expect([type, open.filter((field) => field in sealed)]).toEqual([type, []]);
  });
  it('seals only for a person who is named', () => {
    for (const [type, { open, sealed, subject }] of entries)
      if (sealed) expect([type, subject && open.includes(subject)]).toEqual([type, true]);
  });
  it('says in every event when it is true', () => {
    for (const [type, { open }] of entries)
      expect([type, open.includes('effectiveOn')]).toEqual([type, true]);
  });
});
