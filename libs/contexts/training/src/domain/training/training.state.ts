import type { CalendarDate, Fact, Rejected, Uuid } from '@alongside/kernel';
import type { CompetenceCode, CompletionWay, CourseKind, RelianceDecision } from '../../contracts.js';
import type { AssessmentOutcome, OfEnrolment, TrainingEvent } from './training.events.js';
import type { TrainingRefusal } from './training.refusals.js';

export interface Enrolment extends OfEnrolment {
  readonly status: 'going' | 'completed' | 'ended';
  readonly from: CalendarDate;
  readonly lastOn: CalendarDate;
  /** The completion that it led to. */
  readonly completedBy: Uuid | null;
}

export interface Attendance {
  readonly eventId: Uuid;
  readonly enrolmentId: Uuid;
  readonly on: CalendarDate;
  readonly hours: number;
  readonly organisationId: Uuid;
}

export interface Assessment {
  readonly eventId: Uuid;
  readonly courseId: Uuid | null;
  readonly competence: CompetenceCode;
  readonly outcome: AssessmentOutcome;
  readonly on: CalendarDate;
  readonly organisationId: Uuid;
}

export interface HeldCompletion {
  readonly eventId: Uuid;
  /** Null for prior learning. */
  readonly courseId: Uuid | null;
  readonly courseKind: CourseKind;
  readonly on: CalendarDate;
  readonly how: CompletionWay;
  readonly assessorId: Uuid | null;
  readonly expiresOn: CalendarDate | null;
  readonly organisationId: Uuid;
  readonly enrolmentId: Uuid | null;
}

/** The last share with one organisation. */
export interface Share {
  readonly organisationId: Uuid;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** The last decision of one organisation about one completion. */
export interface Reliance {
  readonly organisationId: Uuid;
  readonly completionEventId: Uuid;
  readonly decision: RelianceDecision;
  readonly on: CalendarDate;
}

export interface Contest {
  /** The event that contests. */
  readonly eventId: Uuid;
  readonly completionEventId: Uuid;
  readonly organisationId: Uuid;
  readonly lastOn: CalendarDate;
  readonly answered: boolean;
}

/** What stands in a person's record. Corrected facts are not in it. */
export interface TrainingState {
  readonly status: 'None' | 'Open' | 'Closed';
  readonly personId: Uuid | null;
  readonly enrolments: readonly Enrolment[];
  readonly attendance: readonly Attendance[];
  readonly assessments: readonly Assessment[];
  readonly completions: readonly HeldCompletion[];
  readonly shares: readonly Share[];
  readonly reliance: readonly Reliance[];
  readonly contests: readonly Contest[];
}

export type Refusal = Rejected<TrainingRefusal>;
export type Decision = readonly TrainingEvent[] | Refusal;

export const noRecord: TrainingState = {
  status: 'None',
  personId: null,
  enrolments: [],
  attendance: [],
  assessments: [],
  completions: [],
  shares: [],
  reliance: [],
  contests: [],
};

type Of<Type extends TrainingEvent['type']> = Fact<Extract<TrainingEvent, { type: Type }>>;

const withEnrolment = (state: TrainingState, enrolment: Enrolment): TrainingState => ({
  ...state,
  enrolments: [
    ...state.enrolments.filter(({ enrolmentId }) => enrolmentId !== enrolment.enrolmentId),
    enrolment,
  ],
});

const enrolled = (state: TrainingState, { data }: Of<'Enrolled'>): TrainingState => {
  const { personId, enrolmentId, courseId, cohortId, organisationId, effectiveOn: from } = data;
  const of = { personId, enrolmentId, courseId, cohortId, organisationId };
  return withEnrolment(state, { ...of, status: 'going', from, lastOn: from, completedBy: null });
};

const finished = (
  state: TrainingState,
  enrolmentId: Uuid | null,
  how: Pick<Enrolment, 'status' | 'lastOn' | 'completedBy'>,
): TrainingState => {
  const enrolment = state.enrolments.find((entry) => entry.enrolmentId === enrolmentId);
  return enrolment ? withEnrolment(state, { ...enrolment, ...how }) : state;
};

const completed = (
  state: TrainingState,
  { id: eventId, data }: Of<'CourseCompleted'> | Of<'PriorLearningRecognised'>,
  by: Pick<HeldCompletion, 'courseId' | 'enrolmentId'>,
): TrainingState => {
  const { courseKind, effectiveOn: on, how, assessorId, expiresOn, organisationId } = data;
  const held = { eventId, courseKind, on, how, assessorId, expiresOn, organisationId, ...by };
  return { ...state, completions: [...state.completions, held] };
};

const shareWith = (state: TrainingState, share: Share): TrainingState => ({
  ...state,
  shares: [...state.shares.filter(({ organisationId }) => organisationId !== share.organisationId), share],
});

const contested = (state: TrainingState, contest: Contest): TrainingState => ({
  ...state,
  contests: [
    ...state.contests.filter(({ completionEventId }) => completionEventId !== contest.completionEventId),
    contest,
  ],
});

const kept = (state: TrainingState, fact: Fact<TrainingEvent>): TrainingState => {
  const { id: eventId } = fact;
  const on = fact.data.effectiveOn;
  switch (fact.type) {
    case 'Enrolled':
      return enrolled(state, fact);
    case 'EnrolmentEnded':
      return finished(state, fact.data.enrolmentId, { status: 'ended', lastOn: on, completedBy: null });
    case 'AttendanceRecorded': {
      const { enrolmentId, hours, organisationId } = fact.data;
      return {
        ...state,
        attendance: [...state.attendance, { eventId, enrolmentId, on, hours, organisationId }],
      };
    }
    case 'CompetenceAssessed': {
      const { courseId, competence, outcome, organisationId } = fact.data;
      const assessment = { eventId, courseId, competence, outcome, on, organisationId };
      return { ...state, assessments: [...state.assessments, assessment] };
    }
    case 'CourseCompleted': {
      const { courseId, enrolmentId } = fact.data;
      const next = completed(state, fact, { courseId, enrolmentId });
      return finished(next, enrolmentId, { status: 'completed', lastOn: on, completedBy: eventId });
    }
    case 'PriorLearningRecognised':
      return completed(state, fact, { courseId: null, enrolmentId: null });
    case 'CompletionContested': {
      const { completionEventId, organisationId } = fact.data;
      return contested(state, { eventId, completionEventId, organisationId, lastOn: on, answered: false });
    }
    case 'CompletionContestAnswered': {
      const { contestEventId, completionEventId, organisationId } = fact.data;
      const answered = { eventId: contestEventId, completionEventId, organisationId };
      return contested(state, { ...answered, lastOn: on, answered: true });
    }
    case 'PassportShared': {
      const { withOrganisationId: organisationId, until } = fact.data;
      return shareWith(state, { organisationId, from: on, until, endedOn: null });
    }
    case 'PassportShareEnded': {
      const share = shareWithOrganisation(state, fact.data.withOrganisationId);
      return share ? shareWith(state, { ...share, endedOn: on }) : state;
    }
    case 'RelianceRecorded': {
      const { organisationId, completionEventId, decision } = fact.data;
      const reliance = { organisationId, completionEventId, decision, on };
      const before = relianceOf(state, organisationId, completionEventId);
      return { ...state, reliance: [...state.reliance.filter((entry) => entry !== before), reliance] };
    }
    case 'TrainingRecordClosed':
      return { ...state, status: 'Closed' };
    case 'CompletionAnnulled':
      return state;
    default:
      return fact satisfies never;
  }
};

export const evolve = (state: TrainingState, fact: Fact<TrainingEvent>): TrainingState => {
  const open: TrainingState =
    state.status === 'None' ? { ...state, status: 'Open', personId: fact.data.personId } : state;
  return kept(open, fact);
};

/** The last share with an organisation, whether it still runs or not. */
export const shareWithOrganisation = (state: TrainingState, organisation: Uuid): Share | undefined =>
  state.shares.find(({ organisationId }) => organisationId === organisation);

export const relianceOf = (
  state: TrainingState,
  organisation: Uuid,
  completion: Uuid,
): Reliance | undefined =>
  state.reliance.find(
    ({ organisationId, completionEventId }) =>
      organisationId === organisation && completionEventId === completion,
  );

export const completionOf = (state: TrainingState, eventId: Uuid): HeldCompletion | undefined =>
  state.completions.find((completion) => completion.eventId === eventId);

/** Whether the share lets its organisation read on `day`. */
export const runsOn = ({ from, until, endedOn }: Share, day: CalendarDate): boolean =>
  from <= day && day <= until && (endedOn === null || day < endedOn);
