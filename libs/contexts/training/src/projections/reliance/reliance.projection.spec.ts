import { describe, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { courseCompleted, personId, provider, receiver } from '../../domain/testing/examples.js';
import { reliance, type RelianceRow } from './reliance.projection.js';

const { given } = foldSpec<RelianceRow>(reliance);
const completionEventId = givenId(0);
const corrects = { eventId: completionEventId, reason: 'wrongDate' } as const;

const relied = (changes: object = {}) => ({
  type: 'RelianceRecorded',
  data: {
    personId,
    organisationId: receiver,
    completionEventId,
    decision: 'accepted',
    reason: 'Same syllabus as ours',
    effectiveOn: '2025-04-05',
    ...changes,
  },
});
const row: RelianceRow = {
  organisation_id: receiver,
  completion_event_id: completionEventId,
  person_id: personId,
  decision: 'accepted',
  decided_on: '2025-04-05',
  reason: 'Same syllabus as ours',
  to_be_reviewed: false,
};

describe('what an organisation relies on', () => {
  it('says how it decided, and why', () => {
    given(courseCompleted(), relied()).then(row);
  });
  it('shows the last decision', () => {
    given(courseCompleted(), relied(), relied({ decision: 'notAccepted', effectiveOn: '2025-05-05' })).then({
      ...row,
      decision: 'notAccepted',
      decided_on: '2025-05-05',
    });
  });
  it('shows no reason where none was given or it was erased', () => {
    given(courseCompleted(), relied({ reason: { erased: true, at: '2026-01-01T00:00:00.000Z' } })).then({
      ...row,
      reason: null,
    });
    given(courseCompleted(), relied({ reason: undefined })).then({ ...row, reason: null });
  });
  it('is to be reviewed when the completion is corrected or annulled in its sight', () => {
    const again = { ...courseCompleted({ sharedWith: [receiver] }), corrects };
    const annulled = {
      type: 'CompletionAnnulled',
      data: { personId, completionEventId, sharedWith: [receiver], effectiveOn: '2025-06-01' },
      corrects,
    };
    given(courseCompleted(), relied(), again).then({ ...row, to_be_reviewed: true });
    given(courseCompleted(), relied(), annulled).then({ ...row, to_be_reviewed: true });
  });
  it('stays as it was when the correction is none of its business', () => {
    given(courseCompleted(), relied(), { ...courseCompleted({ sharedWith: [provider] }), corrects }).then(
      row,
    );
    given(courseCompleted(), relied(), courseCompleted({ sharedWith: [receiver] })).then(row);
  });
});
