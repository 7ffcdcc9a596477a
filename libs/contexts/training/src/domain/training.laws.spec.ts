import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, isRejected, type Decider, type DomainEvent, type Fact } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import { completionWays, relianceDecisions } from '../contracts.js';
import {
  assessmentOutcomes,
  cohort,
  course,
  enrolmentEndings,
  recordClosings,
  training,
  trainingCatalogue,
  type CohortCommand,
  type CourseCommand,
  type TrainingCommand,
  type TrainingEvent,
} from './index.js';
import {
  assessorId,
  cohortId,
  completeCourse,
  courseId,
  courseOnDay,
  enrol,
  enrolmentId,
  ofCourse,
  personId,
  provider,
  receiver,
  registerCourse,
} from './testing/examples.js';

const day = fc.nat(400).map((days) => addDays('2025-01-06', days));
const eventId = fc.nat(15).map(factId);
const corrects = eventId.map((id) => ({ eventId: id, reason: 'enteredInError' as const }));
const competences = fc.uniqueArray(fc.constantFrom('hee1', 'hee3.2', 'hee8', 'hee9', 'other'));
const months = fc.constantFrom(null, 0, 1, 12);
const kind = <Type extends string>(type: Type) => fc.constant(type);
const few = { numRuns: 300 };
const inOrder = <Command extends { readonly effectiveOn: string }>(commands: readonly Command[]) =>
  commands.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const courseCommand: fc.Arbitrary<CourseCommand> = fc.oneof(
  fc.record({ effectiveOn: day, refresherMonths: months, competences }).map(registerCourse),
  fc.record({
    type: kind('AccreditCourse'),
    effectiveOn: day,
    accreditor: fc.constantFrom('OCN', 'SQA'),
    level: fc.constant(null),
    until: fc.option(day, { nil: null }),
  }),
  fc.record({
    type: kind('EndAccreditation'),
    effectiveOn: day,
    accreditor: fc.constantFrom('OCN', 'SQA'),
  }),
  fc.record({ type: kind('MapCompetences'), effectiveOn: day, competences }),
  fc.record({ type: kind('SetRefresherInterval'), effectiveOn: day, refresherMonths: months }),
  fc.record({ type: kind('WithdrawCourse'), effectiveOn: day }),
);

const person = fc.constantFrom('ada', 'ben', 'cleo', 'dev', 'eve', 'fay');
const cohortCommand: fc.Arbitrary<CohortCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: kind('ReserveSeat'),
      effectiveOn: day,
      personId: person,
      bookedBy: fc.constant(receiver),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: kind('ReleaseSeat'), effectiveOn: day, personId: person }) },
  fc.record({ type: kind('AgreeSeats'), effectiveOn: day, seats: fc.integer({ min: -1, max: 5 }) }),
  fc.record({ type: kind('CancelCohort'), effectiveOn: day }),
);
const planCohort: CohortCommand = {
  type: 'PlanCohort',
  ...ofCourse,
  cohortId,
  organisationId: provider,
  seats: 2,
  startsOn: '2025-06-01',
  endsOn: '2025-12-31',
  courseOpen: true,
  effectiveOn: '2025-01-06',
};

const organisation = fc.constantFrom(provider, receiver);
const assessor = fc.constantFrom(assessorId, personId, null);
const base = { effectiveOn: day, personId: fc.constant(personId) };
const byOrganisation = { ...base, organisationId: organisation };
const anyCourse = fc.record({
  courseId: fc.constantFrom(courseId, cohortId),
  outcome: fc.constantFrom(...completionWays),
  refresherMonths: months,
});
const passportCommand: fc.Arbitrary<TrainingCommand> = fc.oneof(
  fc.record({
    type: kind('SharePassport'),
    ...base,
    withOrganisationId: fc.constant(receiver),
    until: day,
  }),
  fc.record({
    type: kind('EndPassportShare'),
    ...base,
    withOrganisationId: fc.constant(receiver),
    how: fc.constantFrom('withdrawn' as const, 'lapsed' as const),
  }),
  fc.record({
    type: kind('RecordReliance'),
    ...byOrganisation,
    completionEventId: fc.nat(2).map(factId),
    decision: fc.constantFrom(...relianceDecisions),
  }),
);
const trainingCommand: fc.Arbitrary<TrainingCommand> = fc.oneof(
  fc.record({ effectiveOn: day }).map(enrol),
  fc.record({
    type: kind('EndEnrolment'),
    ...base,
    enrolmentId: fc.constant(enrolmentId),
    reason: fc.constantFrom(...enrolmentEndings),
  }),
  fc.record(
    {
      type: kind('RecordAttendance'),
      ...byOrganisation,
      enrolmentId: fc.constant(enrolmentId),
      hours: fc.nat(30),
      corrects,
    },
    { requiredKeys: ['type', 'effectiveOn', 'personId', 'organisationId', 'enrolmentId', 'hours'] },
  ),
  fc.record({
    type: kind('AssessCompetence'),
    ...byOrganisation,
    courseId: fc.constant(courseId),
    competence: fc.constantFrom('hee1', 'hee3.2', 'hee9'),
    assessorId: fc.constantFrom(assessorId, personId),
    outcome: fc.constantFrom(...assessmentOutcomes),
  }),
  {
    weight: 5,
    arbitrary: fc.record(
      {
        type: kind('CompleteCourse'),
        ...byOrganisation,
        course: anyCourse.map(courseOnDay),
        how: fc.constantFrom(...completionWays),
        assessorId: assessor,
        corrects,
      },
      {
        requiredKeys: ['type', 'effectiveOn', 'personId', 'organisationId', 'course', 'how', 'assessorId'],
      },
    ),
  },
  fc.record({
    type: kind('RecognisePriorLearning'),
    ...byOrganisation,
    courseKind: fc.constant('imroc40' as const),
    title: fc.constant('Elsewhere'),
    competences,
    assessorId: fc.constantFrom(assessorId, personId),
    refresherMonths: fc.constantFrom(null, 12),
  }),
  fc.record({ type: kind('AnnulCompletion'), ...byOrganisation, corrects }),
  fc.record({ type: kind('ContestCompletion'), ...base, completionEventId: eventId }),
  fc.record({
    type: kind('AnswerContest'),
    ...byOrganisation,
    completionEventId: eventId,
    outcome: fc.constantFrom('upheld' as const, 'notUpheld' as const),
  }),
  { weight: 7, arbitrary: passportCommand },
);
const closeRecord = fc.record({
  type: kind('CloseTrainingRecord'),
  ...base,
  reason: fc.constantFrom(...recordClosings),
});

const courseRun = fc.array(courseCommand, { maxLength: 12 }).map((run) => [registerCourse(), ...run]);
const cohortRun = fc.array(cohortCommand, { maxLength: 30 }).map((run) => [planCohort, ...inOrder(run)]);
/** Completions are often learnt of long afterwards, so that half of the runs are in no order. */
const trainingRun = fc
  .tuple(fc.array(trainingCommand, { maxLength: 30 }), fc.boolean())
  .map(([run, ordered]) => (ordered ? inOrder(run) : run));

const isReplayed = <Command, State, Event extends DomainEvent, Reason extends string>(
  decider: Decider<Command, State, Event, Reason>,
  runs: fc.Arbitrary<readonly Command[]>,
) =>
  fc.assert(
    fc.property(runs, (run) => {
      const facts = play(decider, run);
      expect(fold(decider, stored(facts))).toEqual(fold(decider, facts));
      expect(play(decider, run)).toEqual(facts);
    }),
    few,
  );

describe('every course', () => {
  it('is replayed to the same state', () => isReplayed(course, courseRun));
  it('yields nothing once it is withdrawn', () => {
    fc.assert(
      fc.property(courseRun, courseCommand, (run, command) => {
        const state = fold(
          course,
          play(course, [...run, { type: 'WithdrawCourse', effectiveOn: '2027-01-01' }]),
        );
        expect(state.status).toBe('Withdrawn');
        expect(isRejected(course.decide(command, state))).toBe(true);
      }),
      few,
    );
  });
});

describe('every cohort', () => {
  it('is replayed to the same state', () => isReplayed(cohort, cohortRun));
  it('yields nothing once it is cancelled', () => {
    fc.assert(
      fc.property(cohortRun, cohortCommand, (run, command) => {
        const state = fold(
          cohort,
          play(cohort, [...run, { type: 'CancelCohort', effectiveOn: '2027-01-01' }]),
        );
        expect(state.status).toBe('Cancelled');
        expect(isRejected(cohort.decide(command, state))).toBe(true);
      }),
      few,
    );
  });
  it('never has more people than seats, nor anybody twice, nor a free seat while somebody waits', () => {
    fc.assert(
      fc.property(cohortRun, (run) => {
        const facts = play(cohort, run);
        const state = fold(cohort, facts);
        if (state.status === 'None') throw new Error('The cohort was not planned');
        const people = [...state.reserved, ...state.waiting].map((booking) => booking.personId);
        expect(state.reserved.length).toBeLessThanOrEqual(state.seats);
        expect(new Set(people).size).toBe(people.length);
        const over = facts.some(({ data }) => data.effectiveOn > state.endsOn);
        if (state.waiting.length > 0 && !over) expect(state.reserved).toHaveLength(state.seats);
      }),
      few,
    );
  });
});

describe('every training record', () => {
  const kept = (run: readonly TrainingCommand[]) => play(training, run);
  const completions = (facts: readonly Fact<TrainingEvent>[]) =>
    facts.filter(
      ({ type }) => type === 'CourseCompleted' || type === 'PriorLearningRecognised',
    ) as readonly Extract<Fact<TrainingEvent>, { type: 'CourseCompleted' | 'PriorLearningRecognised' }>[];

  it('is replayed to the same state', () => isReplayed(training, trainingRun));
  it('yields nothing once it is closed', () => {
    fc.assert(
      fc.property(trainingRun, closeRecord, fc.oneof(trainingCommand, closeRecord), (run, close, command) => {
        const state = fold(training, kept([...run, close]));
        fc.pre(state.status === 'Closed');
        expect(isRejected(training.decide(command, state))).toBe(true);
      }),
      few,
    );
  });
  it('never holds an assessment by the learner, nor takes attendance for one', () => {
    fc.assert(
      fc.property(trainingRun, (run) => {
        for (const { data } of completions(kept(run))) {
          expect(data.how === 'assessed').toBe(data.assessorId !== null);
          expect(data.assessorId).not.toBe(personId);
        }
      }),
      few,
    );
  });
  it('shows a completion to nobody with whom the passport was never shared', () => {
    fc.assert(
      fc.property(trainingRun, (run) => {
        const facts = kept(run);
        const shares = facts.flatMap(({ type, data }) =>
          type === 'PassportShared' ? [data.withOrganisationId] : [],
        );
        for (const { data } of completions(facts))
          for (const reader of data.sharedWith) {
            expect(shares).toContain(reader);
            expect(reader).not.toBe(data.organisationId);
          }
      }),
      few,
    );
  });
  it('holds reliance only on what another organisation recorded and the person shared that day', () => {
    let relied = 0;
    fc.assert(
      fc.property(fc.array(passportCommand, { maxLength: 20 }), (run) => {
        const facts = kept([completeCourse(), completeCourse({ effectiveOn: '2025-06-02' }), ...run]);
        facts.forEach(({ type, data }, index) => {
          if (type !== 'RelianceRecorded') return;
          relied += 1;
          const completion = completions(facts).find(({ id }) => id === data.completionEventId);
          expect(completion?.data.organisationId).not.toBe(data.organisationId);
          const shares = facts
            .slice(0, index)
            .filter(
              (fact) =>
                fact.type === 'PassportShared' &&
                fact.data.withOrganisationId === data.organisationId &&
                fact.data.effectiveOn <= data.effectiveOn &&
                data.effectiveOn <= fact.data.until,
            );
          expect(shares).not.toHaveLength(0);
        });
      }),
      few,
    );
    expect(relied).toBeGreaterThan(0);
  });
  it('says whose record each completion is only once', () => {
    fc.assert(
      fc.property(trainingRun, (run) => {
        const facts = kept(run);
        const corrected = facts.flatMap((fact) => (fact.corrects ? [fact.corrects.eventId] : []));
        expect(new Set(corrected).size).toBe(corrected.length);
      }),
      few,
    );
  });
  it('seals the words that people write about one another', () => {
    const sealed = Object.entries(trainingCatalogue).flatMap(([type, entry]) =>
      Object.keys('sealed' in entry ? entry.sealed : {}).map((field) => `${type}.${field}`),
    );
    expect(sealed).toEqual([
      'PriorLearningRecognised.reason',
      'CompletionContested.statement',
      'CompletionContestAnswered.answer',
      'RelianceRecorded.reason',
    ]);
  });
});
