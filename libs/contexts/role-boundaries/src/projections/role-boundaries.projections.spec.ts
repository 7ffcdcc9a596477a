import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId, rowsAfter, type GivenEvent } from '@alongside/projections/testing';
import { agreementProjection, type AgreementRow } from './agreement/agreement.projection.js';
import { concernProjection, type ConcernRow } from './concern/concern.projection.js';
import { lineProjection, type LineRow } from './line/line.projection.js';
import { queryRaisedProjection, type QueryRaisedRow } from './query-raised/query-raised.projection.js';

const of = {
  boundaryId: uuid5('boundary'),
  engagementId: uuid5('engagement'),
  personId: uuid5('worker'),
  organisationId: uuid5('organisation'),
  localityId: uuid5('locality'),
};
const ofRow = {
  engagement_id: of.engagementId,
  person_id: of.personId,
  organisation_id: of.organisationId,
  locality_id: of.localityId,
};
const line = (task: string, stance: string) => ({
  task,
  stance,
  conditions: [],
  direction: 'stricter',
  clauseId: uuid5(`clause on ${task}`),
  deviationId: null,
});
const proposed = (name: string, effectiveOn: string): GivenEvent => ({
  type: 'BoundaryProposed',
  data: {
    ...of,
    effectiveOn,
    proposalId: uuid5(name),
    frameworkVersionId: uuid5('version'),
    lines: [line('gifts', 'never')],
    proposedBy: uuid5('manager'),
  },
});
const signed = (name: string, by: string, effectiveOn: string): GivenEvent => ({
  type: 'BoundarySigned',
  data: { ...of, effectiveOn, proposalId: uuid5(name), by, signedBy: uuid5(by) },
});
const agreed = (
  name: string,
  effectiveOn: string,
  tasks: readonly string[] = ['gifts'],
  dropped: readonly string[] = [],
): GivenEvent => ({
  type: 'BoundaryAgreed',
  data: {
    ...of,
    effectiveOn,
    proposalId: uuid5(name),
    frameworkVersionId: uuid5('version'),
    lines: tasks.map((task) => line(task, 'never')),
    dropped,
  },
});

const agreementAfter = (...events: GivenEvent[]): AgreementRow | undefined =>
  rowsAfter<AgreementRow>(agreementProjection, events)[0];

describe('where a boundary stands', () => {
  it('shows what waits for signatures, and whose it waits for', () => {
    foldSpec<AgreementRow>(agreementProjection)
      .given(proposed('first', '2025-06-01'), signed('first', 'worker', '2025-06-03'))
      .then({
        boundary_id: of.boundaryId,
        ...ofRow,
        agreed_proposal_id: null,
        agreed_on: null,
        agreed_event_id: null,
        framework_version_id: null,
        proposal_id: uuid5('first'),
        proposed_on: '2025-06-01',
        proposed_by: uuid5('manager'),
        proposed_lines: [line('gifts', 'never')] as unknown as AgreementRow['proposed_lines'],
        worker_signed_on: '2025-06-03',
        manager_signed_on: null,
        reviewed_on: null,
        next_review_on: null,
        ended_on: null,
      });
  });
  it('shows what is in force, and that nothing waits any more', () => {
    expect(
      agreementAfter(
        proposed('first', '2025-06-01'),
        signed('first', 'worker', '2025-06-03'),
        signed('first', 'manager', '2025-06-05'),
        agreed('first', '2025-06-05'),
      ),
    ).toMatchObject({
      agreed_proposal_id: uuid5('first'),
      agreed_on: '2025-06-05',
      agreed_event_id: givenId(3),
      framework_version_id: uuid5('version'),
      proposal_id: null,
      proposed_lines: null,
      worker_signed_on: null,
      manager_signed_on: null,
    });
  });
  it('keeps what is in force while new lines wait, and counts no signature under lines replaced', () => {
    expect(
      agreementAfter(
        agreed('first', '2025-06-05'),
        proposed('second', '2025-09-01'),
        signed('second', 'worker', '2025-09-02'),
        proposed('third', '2025-09-03'),
        signed('second', 'manager', '2025-09-03'),
      ),
    ).toMatchObject({
      agreed_proposal_id: uuid5('first'),
      proposal_id: uuid5('third'),
      worker_signed_on: null,
      manager_signed_on: null,
    });
  });
  it('shows the latest review and the end', () => {
    const review = (effectiveOn: string, nextReviewOn: string | null): GivenEvent => ({
      type: 'ReviewHeld',
      data: { ...of, effectiveOn, outcome: 'unchanged', nextReviewOn },
    });
    expect(
      agreementAfter(
        agreed('first', '2025-06-05'),
        review('2025-12-01', '2026-06-01'),
        review('2025-09-01', null),
        { type: 'BoundaryEnded', data: { ...of, effectiveOn: '2026-04-01' } },
      ),
    ).toMatchObject({ reviewed_on: '2025-12-01', next_review_on: '2026-06-01', ended_on: '2026-04-01' });
  });
});

describe('the lines in force', () => {
  it('are those that both signed last', () => {
    foldSpec<LineRow>(lineProjection)
      .given(
        agreed('first', '2025-06-05', ['gifts', 'onCall']),
        agreed('second', '2025-09-03', ['gifts'], ['onCall']),
      )
      .then({
        boundary_id: of.boundaryId,
        task: 'gifts',
        ...ofRow,
        stance: 'never',
        conditions: [],
        direction: 'stricter',
        clause_id: uuid5('clause on gifts'),
        deviation_id: null,
        agreed_on: '2025-09-03',
        agreed_event_id: givenId(1),
      });
  });
});

describe('the questions asked', () => {
  const asked = (question: unknown): GivenEvent => ({
    type: 'TaskQueried',
    data: {
      ...of,
      effectiveOn: '2025-06-10',
      queryId: uuid5('query'),
      task: 'gifts',
      askedBy: uuid5('worker'),
      question,
    },
  });
  const answered: GivenEvent = {
    type: 'QueryAnswered',
    data: {
      ...of,
      effectiveOn: '2025-06-11',
      queryId: uuid5('query'),
      task: 'gifts',
      answeredBy: uuid5('manager'),
      answer: 'Yes, a card.',
    },
  };

  it('stand beside their answers', () => {
    foldSpec<QueryRaisedRow>(queryRaisedProjection)
      .given(asked('May I accept a card?'), answered)
      .then({
        query_id: uuid5('query'),
        boundary_id: of.boundaryId,
        ...ofRow,
        task: 'gifts',
        asked_by: uuid5('worker'),
        asked_on: '2025-06-10',
        question: 'May I accept a card?',
        answered_by: uuid5('manager'),
        answered_on: '2025-06-11',
        answer: 'Yes, a card.',
      });
  });
  it('lose their words when the key is destroyed', () => {
    const [row] = rowsAfter<QueryRaisedRow>(queryRaisedProjection, [
      asked({ erased: true, at: '2026-01-01T00:00:00.000Z' }),
    ]);
    expect(row).toMatchObject({ task: 'gifts', question: null });
  });
});

describe('concerns', () => {
  const sealed = { sealed: 1, class: 'C3', key: 'k', iv: 'i', box: 'b', of: 'there' } as const;
  const { engagementId, personId, organisationId, localityId } = of;
  const concernOf = { concernId: uuid5('concern'), engagementId, personId, organisationId, localityId };
  const raised: GivenEvent = {
    type: 'ConcernRaised',
    data: {
      ...concernOf,
      effectiveOn: '2025-06-01',
      raisedBy: uuid5('worker'),
      task: null,
      text: sealed,
      visibleTo: [uuid5('lead')],
    },
  };

  it('show to whoever raised them and to those they are shared with, and stay sealed', () => {
    foldSpec<ConcernRow>(concernProjection)
      .given(raised, {
        type: 'ConcernShared',
        data: { ...concernOf, effectiveOn: '2025-06-02', with: [uuid5('union')] },
      })
      .then({
        concern_id: uuid5('concern'),
        ...ofRow,
        task: null,
        raised_by: uuid5('worker'),
        raised_on: '2025-06-01',
        text: sealed,
        visible_to: [uuid5('worker'), uuid5('lead'), uuid5('union')],
        resolved_by: null,
        resolved_on: null,
        outcome: null,
      });
  });
  it('show how they were resolved', () => {
    const [row] = rowsAfter<ConcernRow>(concernProjection, [
      raised,
      {
        type: 'ConcernResolved',
        data: { ...concernOf, effectiveOn: '2025-06-20', resolvedBy: uuid5('lead'), outcome: sealed },
      },
    ]);
    expect(row).toMatchObject({ resolved_by: uuid5('lead'), resolved_on: '2025-06-20', outcome: sealed });
  });
  it('are open to no organisation', () => {
    expect(concernProjection.access).toEqual({ class: 'C3', people: ['visible_to'] });
  });
});
