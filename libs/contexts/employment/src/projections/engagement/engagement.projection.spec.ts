import { describe, expect, it } from '@jest/globals';
import { uuid5, type Uuid } from '@alongside/kernel';
import { foldSpec, givenId, rowsAfter, type GivenEvent } from '@alongside/projections/testing';
import {
  engagementFactProjection,
  type EngagementFactRow,
} from '../engagement-fact/engagement-fact.projection.js';
import { engagementProjection, type EngagementRow } from './engagement.projection.js';

const whose = {
  engagementId: uuid5('engagement'),
  personId: uuid5('person'),
  postId: uuid5('post'),
  employingOrganisationId: uuid5('employer'),
  hostOrganisationId: uuid5('host'),
  localityId: uuid5('locality'),
};
const correcting = (eventId: Uuid) => ({ corrects: { eventId, reason: 'wrongDate' as const } });
const begun = (effectiveOn: string, change: object = {}): GivenEvent => ({
  type: 'EngagementBegun',
  data: {
    ...whose,
    effectiveOn,
    applicationId: null,
    kind: 'agendaForChange',
    title: 'Peer support worker',
    roleFamily: 'peerWorker',
    hoursPerWeek: 30,
    fixedTermUntil: null,
    ...change,
  },
});
const hours = (hoursPerWeek: number | null, effectiveOn: string): GivenEvent => ({
  type: 'HoursAgreed',
  data: { ...whose, effectiveOn, hoursPerWeek },
});
const ended = (lastDay: string, effectiveOn: string, reason = 'resignation'): GivenEvent => ({
  type: 'EngagementEnded',
  data: { ...whose, effectiveOn, lastDay, reason },
});

const begunRow: EngagementRow = {
  engagement_id: whose.engagementId,
  person_id: whose.personId,
  post_id: whose.postId,
  application_id: null,
  employing_organisation_id: whose.employingOrganisationId,
  host_organisation_id: whose.hostOrganisationId,
  locality_id: whose.localityId,
  kind: 'agendaForChange',
  role_family: 'peerWorker',
  title: 'Peer support worker',
  begins_on: '2025-06-01',
  ends_on: null,
  end_reason: null,
  hours_per_week: 30,
  wte: 0.8,
  hours_from: null,
  fixed_term_until: null,
  term_from: null,
  step_band: null,
  step_point: null,
  step_from: null,
  begun_event_id: givenId(0),
  ended_event_id: null,
};

describe('the list of engagements', () => {
  it('shows who works where from when', () => {
    foldSpec<EngagementRow>(engagementProjection).given(begun('2025-06-01')).then(begunRow);
  });
  it('has no whole-time equivalent where no hours are agreed', () => {
    const [row] = rowsAfter<EngagementRow>(engagementProjection, [
      begun('2025-06-01', { hoursPerWeek: null }),
    ]);
    expect(row).toMatchObject({ hours_per_week: null, wte: null });
  });
  it('moves the start of a corrected engagement and keeps all that followed', () => {
    foldSpec<EngagementRow>(engagementProjection)
      .given(begun('2025-06-01'), hours(15, '2025-09-01'), {
        ...begun('2025-06-16'),
        ...correcting(givenId(0)),
      })
      .then({
        ...begunRow,
        begins_on: '2025-06-16',
        begun_event_id: givenId(2),
        hours_per_week: 15,
        wte: 0.4,
        hours_from: '2025-09-01',
      });
  });
  it('keeps the latest hours when older ones are learnt afterwards', () => {
    const [row] = rowsAfter<EngagementRow>(engagementProjection, [
      begun('2025-06-01'),
      hours(15, '2025-09-01'),
      hours(20, '2025-07-01'),
    ]);
    expect(row).toMatchObject({ hours_per_week: 15, hours_from: '2025-09-01' });
  });
  it('shows the term and the step point', () => {
    const [row] = rowsAfter<EngagementRow>(engagementProjection, [
      begun('2025-06-01'),
      { type: 'TermAgreed', data: { ...whose, effectiveOn: '2025-07-01', until: '2026-06-30' } },
      {
        type: 'StepPointReached',
        data: { ...whose, effectiveOn: '2025-06-01', band: '4', stepPoint: 'entry' },
      },
    ]);
    expect(row).toMatchObject({
      fixed_term_until: '2026-06-30',
      term_from: '2025-07-01',
      step_band: '4',
      step_point: 'entry',
      step_from: '2025-06-01',
    });
  });
  it('shows the last day, and another when that was wrong', () => {
    const [row] = rowsAfter<EngagementRow>(engagementProjection, [
      begun('2025-06-01'),
      ended('2026-03-31', '2026-04-01'),
      { ...ended('2026-04-15', '2026-04-16', 'retirement'), ...correcting(givenId(1)) },
    ]);
    expect(row).toMatchObject({
      ends_on: '2026-04-15',
      end_reason: 'retirement',
      ended_event_id: givenId(2),
    });
  });
});

/** Who was engaged on a day, as known on a day: the question that the facts are kept for. */
const engagedOn = (rows: readonly EngagementFactRow[], on: string, knownAt: string): boolean => {
  const known = rows.filter(
    (row) => row.recorded_at <= knownAt && (row.corrected_at === null || row.corrected_at > knownAt),
  );
  const holds = (fact: EngagementFactRow['fact']) =>
    known.some((row) => row.fact === fact && row.effective_on <= on);
  return holds('begun') && !holds('ended');
};

describe('the facts of engagements', () => {
  const rows = rowsAfter<EngagementFactRow>(engagementFactProjection, [
    { ...begun('2025-06-01'), recordedAt: '2025-05-20T09:00:00.000Z' },
    {
      ...begun('2025-06-16', { correctionNote: 'Started later.' }),
      ...correcting(givenId(0)),
      recordedAt: '2025-07-01T09:00:00.000Z',
    },
    { ...ended('2026-03-31', '2026-04-01'), recordedAt: '2026-02-15T09:00:00.000Z' },
  ]);
  const now = '2026-12-31T00:00:00.000Z';

  it('count the last day, and not the day after', () => {
    expect(['2026-03-31', '2026-04-01'].map((on) => engagedOn(rows, on, now))).toEqual([true, false]);
  });
  it('tell what is known now from what was believed before the correction', () => {
    expect(engagedOn(rows, '2025-06-10', '2025-06-30T00:00:00.000Z')).toBe(true);
    expect(engagedOn(rows, '2025-06-10', now)).toBe(false);
  });
  it('hold the words that explain a correction', () => {
    expect(rows.find((row) => row.event_id === givenId(1))?.correction_note).toBe('Started later.');
  });
  it('never count somebody who did not start', () => {
    const none = rowsAfter<EngagementFactRow>(engagementFactProjection, [
      begun('2025-06-01'),
      ended('2025-05-31', '2025-06-01', 'didNotStart'),
    ]);
    expect(['2025-05-31', '2025-06-01'].map((on) => engagedOn(none, on, now))).toEqual([false, false]);
  });
  it('keep hours, terms and step points beside the start', () => {
    const facts = rowsAfter<EngagementFactRow>(engagementFactProjection, [
      begun('2025-06-01'),
      hours(15, '2025-09-01'),
      { type: 'TermAgreed', data: { ...whose, effectiveOn: '2025-07-01', until: '2026-06-30' } },
      {
        type: 'StepPointReached',
        data: { ...whose, effectiveOn: '2025-06-01', band: '4', stepPoint: 'entry' },
      },
    ]);
    expect(facts.map((row) => row.fact).toSorted()).toEqual(['begun', 'hours', 'stepPoint', 'term']);
    expect(facts.find((row) => row.fact === 'hours')?.hours_per_week).toBe(15);
    expect(facts.find((row) => row.fact === 'term')?.fixed_term_until).toBe('2026-06-30');
    expect(facts.find((row) => row.fact === 'stepPoint')?.step_point).toBe('entry');
  });
});
