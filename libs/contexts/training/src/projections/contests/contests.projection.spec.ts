import { describe, expect, it } from '@jest/globals';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { assessorId, personId, provider } from '../../domain/testing/examples.js';
import { contests, type ContestRow } from './contests.projection.js';

const { given } = foldSpec<ContestRow>(contests);
const of = { personId, completionEventId: givenId(9), organisationId: provider };
const contested = {
  type: 'CompletionContested',
  data: { ...of, statement: 'I was assessed on this course', effectiveOn: '2025-04-01' },
};
const answered = {
  type: 'CompletionContestAnswered',
  data: {
    ...of,
    contestEventId: givenId(0),
    outcome: 'upheld',
    answer: 'The assessor confirms it',
    effectiveOn: '2025-04-08',
  },
  metadata: { actor: assessorId },
};
const row: ContestRow = {
  event_id: givenId(0),
  completion_event_id: givenId(9),
  person_id: personId,
  organisation_id: provider,
  contested_on: '2025-04-01',
  statement: 'I was assessed on this course',
  answered_on: null,
  answered_by: null,
  outcome: null,
  answer: null,
};

describe('what people contest in their record', () => {
  it('stands there until it is answered', () => {
    given(contested).then(row);
  });
  it('shows the answer and who gave it', () => {
    given(contested, answered).then({
      ...row,
      answered_on: '2025-04-08',
      answered_by: assessorId,
      outcome: 'upheld',
      answer: 'The assessor confirms it',
    });
  });
  it('keeps an answered contest when the same completion is contested again', () => {
    const again = { ...contested, data: { ...contested.data, effectiveOn: '2025-05-01' } };
    const rows = given(contested, answered, again).rows();
    expect(rows.map(({ contested_on, outcome }) => [contested_on, outcome]).toSorted()).toEqual([
      ['2025-04-01', 'upheld'],
      ['2025-05-01', null],
    ]);
  });
  it('shows no words that were erased or never said', () => {
    given({
      ...contested,
      data: { ...contested.data, statement: { erased: true, at: '2026-01-01T00:00:00.000Z' } },
    }).then({ ...row, statement: null });
    given({ ...contested, data: { ...of, effectiveOn: '2025-04-01' } }).then({ ...row, statement: null });
  });
});
