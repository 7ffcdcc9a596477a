import { describe, it } from '@jest/globals';
import { toPosition } from '@alongside/event-store';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  assessorId,
  courseCompleted,
  courseId,
  personId,
  provider,
  receiver,
  shared,
  shareEnded,
} from '../../domain/testing/examples.js';
import { completions, type CompletionRow } from './completions.projection.js';

const { given } = foldSpec<CompletionRow>(completions);

/** Events with ids in the order of their place, so that rows come in that order. */
const ids = [0, 1].map((index) => `00000000-0000-4000-9000-00000000000${index}`) as [string, string];
const first = { ...courseCompleted(), id: ids[0] };
const corrects = { eventId: ids[0], reason: 'wrongDate' } as const;

const row: CompletionRow = {
  event_id: ids[0],
  person_id: personId,
  organisation_id: provider,
  shared_with: [],
  course_id: courseId,
  course_kind: 'imroc40',
  title: 'Peer support training, 40 hours',
  how: 'assessed',
  prior_learning: false,
  assessor_id: assessorId,
  competences: ['hee1', 'hee3.2'],
  expires_on: '2028-03-14',
  effective_on: '2025-03-14',
  recorded_at: '2025-03-14T09:00:00.000Z',
  corrected_at: null,
  position: toPosition(1),
};

describe('what everybody has completed', () => {
  it('says how, by whom it was assessed and until when it counts', () => {
    given(first).then(row);
    given({ ...courseCompleted({ how: 'attended', assessorId: null, expiresOn: null }), id: ids[0] }).then({
      ...row,
      how: 'attended',
      assessor_id: null,
      expires_on: null,
    });
  });
  it('keeps a corrected completion beside the one that stands', () => {
    given(
      { ...first, recordedAt: '2025-03-14T09:00:00.000Z' },
      {
        ...courseCompleted({ effectiveOn: '2025-03-10' }),
        id: ids[1],
        corrects,
        recordedAt: '2025-04-02T10:00:00.000Z',
      },
    ).then(
      { ...row, corrected_at: '2025-04-02T10:00:00.000Z' },
      {
        ...row,
        event_id: ids[1],
        effective_on: '2025-03-10',
        recorded_at: '2025-04-02T10:00:00.000Z',
        position: toPosition(2),
      },
    );
  });
  it('keeps an annulled completion, with nothing in its place', () => {
    given(first, {
      type: 'CompletionAnnulled',
      data: { personId, completionEventId: ids[0], effectiveOn: '2025-06-01' },
      corrects,
    }).then({ ...row, corrected_at: '2025-06-01T09:00:00.000Z' });
  });
  it('shows prior learning as what it is', () => {
    given({
      id: ids[0],
      type: 'PriorLearningRecognised',
      data: {
        personId,
        courseKind: 'imroc40',
        title: 'Peer training in Leeds, 2019',
        how: 'assessed',
        assessorId,
        competences: ['hee1'],
        expiresOn: null,
        organisationId: provider,
        sharedWith: [receiver],
        reason: 'Portfolio',
        effectiveOn: '2025-03-14',
      },
    }).then({
      ...row,
      course_id: null,
      prior_learning: true,
      title: 'Peer training in Leeds, 2019',
      competences: ['hee1'],
      expires_on: null,
      shared_with: [receiver],
    });
  });
  it('names the organisations with whom the person shares it, once each', () => {
    given(first, shared([ids[0]])).then({ ...row, shared_with: [receiver] });
    given(first, shared([ids[0]]), shared([ids[0]], '2025-05-01', '2026-09-30')).then({
      ...row,
      shared_with: [receiver],
    });
  });
  it('names them no more once the share has ended', () => {
    given(first, shared([ids[0]]), shareEnded([ids[0]], '2025-05-01')).then(row);
  });
  it('shows a corrected completion to nobody but the person and whoever recorded it', () => {
    given(first, shared([ids[0]]), {
      ...courseCompleted({ effectiveOn: '2025-03-10', sharedWith: [receiver] }),
      id: ids[1],
      corrects,
      recordedAt: '2025-04-02T10:00:00.000Z',
    }).then(
      { ...row, corrected_at: '2025-04-02T10:00:00.000Z' },
      {
        ...row,
        event_id: ids[1],
        effective_on: '2025-03-10',
        shared_with: [receiver],
        recorded_at: '2025-04-02T10:00:00.000Z',
        position: toPosition(3),
      },
    );
  });
  it('is not touched by a share of completions that it does not hold', () => {
    given(shared([givenId(5)])).thenNothing();
  });
});
