import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import { clauseId, localityId, person, secondVersion } from '../../testing/samples.js';
import { commentProjection, type CommentRow } from './comment.projection.js';

const { given } = foldSpec<CommentRow>(commentProjection);
const made = (text: unknown) => ({
  type: 'CommentMade',
  data: {
    versionId: secondVersion,
    commentId: clauseId('a comment'),
    clauseId: null,
    personId: person('Ada'),
    text,
    effectiveOn: '2025-02-02',
  },
  recordedAt: '2025-02-03T10:00:00.000Z',
  metadata: { locality: localityId },
});
const row: CommentRow = {
  comment_id: clauseId('a comment'),
  version_id: secondVersion,
  clause_id: null,
  locality_id: localityId,
  person_id: person('Ada'),
  text: 'What of night shifts?',
  erased_at: null,
  made_on: '2025-02-02',
  made_at: '2025-02-03T10:00:00.000Z',
};

describe('comments in a consultation', () => {
  it('are read in the locality, with who made them', () => {
    given(made('What of night shifts?')).then(row);
  });
  it('say that they were erased, and when', () => {
    given(made({ erased: true, at: '2026-01-01T00:00:00.000Z' })).then({
      ...row,
      text: null,
      erased_at: '2026-01-01T00:00:00.000Z',
    });
  });
});
