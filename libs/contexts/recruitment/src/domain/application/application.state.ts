import type { CalendarDate, Fact, Personal, Rejected, Uuid } from '@alongside/kernel';
import type {
  ApplicationRef,
  AppliedFor,
  CheckHolder,
  CheckOutcome,
  CheckStatus,
  DbsLevel,
  EmploymentCheck,
  Stage,
} from '../../contracts.js';
import type { ApplicationEvent } from './application.events.js';
import type { ApplicationRefusal } from './application.refusals.js';

/** `decided` stands for every outcome of a criminal-record check: which one it was is sealed. */
export interface CheckMove {
  readonly eventId: Uuid;
  readonly on: CalendarDate;
  readonly status: CheckStatus | 'decided';
  readonly holder: CheckHolder;
}

type Phase =
  | { readonly status: 'InStages' }
  | { readonly status: 'OnReserve'; readonly until: CalendarDate | null }
  | { readonly status: 'Offered' }
  | { readonly status: 'Confirmed' }
  | { readonly status: 'Ended'; readonly endingEventId: Uuid };

export interface ApplicationRecord {
  readonly ref: ApplicationRef;
  readonly appliedFor: AppliedFor;
  readonly stages: readonly Stage[];
  /** Ids of the stages passed. */
  readonly passed: readonly string[];
  readonly submittedOn: CalendarDate;
  /** Day of the last step. */
  readonly lastOn: CalendarDate;
  /** Day of the first conditional offer. */
  readonly offeredOn: CalendarDate | null;
  /** The moves of each check in order; none where it has not started. */
  readonly checks: Readonly<Partial<Record<EmploymentCheck, readonly CheckMove[]>>>;
  readonly dbsLevel: Personal<DbsLevel> | null;
  readonly dbsDecision: Personal<CheckOutcome> | null;
}

export type Started = ApplicationRecord & { readonly phase: Phase };
export type ApplicationState = { readonly phase: { readonly status: 'None' } } | Started;
/** An application that has not ended. */
export type Going = ApplicationRecord & { readonly phase: Exclude<Phase, { status: 'Ended' }> };

export type Refusal = Rejected<ApplicationRefusal>;
export type Decision = readonly ApplicationEvent[] | Refusal;

export const isStarted = (state: ApplicationState): state is Started => state.phase.status !== 'None';

/** The stage that the application is at: the first not passed. */
export const stageNow = ({ stages, passed }: ApplicationRecord): Stage | undefined =>
  stages.find(({ id }) => !passed.includes(id));

/** Stages that an offer or a place on the reserve list waits for. */
export const stagesBeforeDecision = ({ stages, passed }: ApplicationRecord): readonly Stage[] =>
  stages.filter(({ id, kind }) => kind !== 'decision' && !passed.includes(id));

/** The later of two days. */
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

const submitted = ({ data }: Fact<Extract<ApplicationEvent, { type: 'ApplicationSubmitted' }>>): Started => {
  const { applicationId, vacancyId, personId, organisationId, effectiveOn } = data;
  const { postId, localityId, engagementKind, roleFamily, stages } = data;
  return {
    phase: { status: 'InStages' },
    ref: { applicationId, vacancyId, personId, organisationId },
    appliedFor: { postId, localityId, engagementKind, roleFamily },
    stages,
    passed: [],
    submittedOn: effectiveOn,
    lastOn: effectiveOn,
    offeredOn: null,
    checks: {},
    dbsLevel: null,
    dbsDecision: null,
  };
};

const moved = (state: Started, check: EmploymentCheck, move: CheckMove): Started => ({
  ...state,
  checks: { ...state.checks, [check]: [...(state.checks[check] ?? []), move] },
});

const stepped = (state: Started, fact: Fact<ApplicationEvent>): Started => {
  const on = fact.data.effectiveOn;
  switch (fact.type) {
    case 'StagePassed':
      return { ...state, passed: [...state.passed, fact.data.stageId] };
    case 'CheckMoved': {
      const { check, status, holder } = fact.data;
      const next = moved(state, check, { eventId: fact.id, on, status, holder });
      return check === 'criminalRecord' ? { ...next, dbsDecision: null } : next;
    }
    case 'DbsLevelDecided':
      return { ...state, dbsLevel: fact.data.dbsLevel };
    case 'DbsDecisionMade': {
      const { decision, holder } = fact.data;
      const next = moved(state, 'criminalRecord', { eventId: fact.id, on, status: 'decided', holder });
      return { ...next, dbsDecision: decision };
    }
    case 'AppointedToReserve':
      return { ...state, phase: { status: 'OnReserve', until: fact.data.until } };
    case 'OfferConditional':
      return { ...state, phase: { status: 'Offered' }, offeredOn: state.offeredOn ?? on };
    case 'OfferConfirmed':
      return { ...state, phase: { status: 'Confirmed' } };
    case 'PlaceLost':
      return { ...state, phase: { status: 'OnReserve', until: null } };
    case 'ApplicationWithdrawn':
    case 'ApplicationDeclined':
      return { ...state, phase: { status: 'Ended', endingEventId: fact.id } };
    case 'ApplicationSubmitted':
    case 'StageReached':
    case 'InterviewHeld':
    case 'ApplicationReinstated':
      return state;
    default:
      return fact satisfies never;
  }
};

export const evolve = (state: ApplicationState, fact: Fact<ApplicationEvent>): ApplicationState => {
  if (fact.type === 'ApplicationSubmitted') return submitted(fact);
  if (!isStarted(state)) return state;
  return { ...stepped(state, fact), lastOn: later(state.lastOn, fact.data.effectiveOn) };
};
