import type { CalendarDate, Catalogue, DomainEvent, Personal, Uuid } from '@alongside/kernel';
import type {
  ApplicationDeclined,
  ApplicationRef,
  ApplicationSubmitted,
  ApplicationWithdrawn,
  CheckHolder,
  CheckOutcome,
  CheckStatus,
  DbsLevel,
  EmploymentCheck,
  OfferConditional,
  OfferConfirmed,
  StageKind,
} from '../../contracts.js';

export interface AtStage {
  readonly stageId: string;
  readonly stageKind: StageKind;
}

export type StageReached = DomainEvent<'StageReached', ApplicationRef & AtStage>;

export type StagePassed = DomainEvent<
  'StagePassed',
  ApplicationRef &
    AtStage & {
      /** `exempt`: what the stage would have shown was known already. */
      readonly how: 'passed' | 'exempt';
      /** The training completion that showed it, by event id. */
      readonly completionEventId: Uuid | null;
    }
>;

export const interviewOutcomes = ['appointable', 'notAppointable'] as const;
export type InterviewOutcome = (typeof interviewOutcomes)[number];

export type InterviewHeld = DomainEvent<
  'InterviewHeld',
  ApplicationRef &
    AtStage & {
      readonly panelSize: number;
      /** How many of the panel brought lived experience; never who. */
      readonly panelLivedExperience: number;
      /** The least share that the framework asked for on the day, from 0 to 1; null where it is silent. */
      readonly leastShare: number | null;
      readonly outcome: InterviewOutcome;
    }
>;

export type AppointedToReserve = DomainEvent<
  'AppointedToReserve',
  ApplicationRef & { readonly until: CalendarDate }
>;

/** That a check moved, never what it showed. The outcome of a criminal-record check is `DbsDecisionMade`. */
export type CheckMoved = DomainEvent<
  'CheckMoved',
  ApplicationRef & {
    readonly check: EmploymentCheck;
    readonly status: CheckStatus;
    readonly holder: CheckHolder;
  }
>;

export type DbsLevelDecided = DomainEvent<
  'DbsLevelDecided',
  ApplicationRef & { readonly dbsLevel: Personal<DbsLevel> }
>;

export type DbsDecisionMade = DomainEvent<
  'DbsDecisionMade',
  ApplicationRef & { readonly decision: Personal<CheckOutcome>; readonly holder: CheckHolder }
>;

/** The post had no room after all: back to the reserve list, without an end. */
export type PlaceLost = DomainEvent<'PlaceLost', ApplicationRef & { readonly postId: Uuid }>;

/** An ending was recorded in error: the application goes on from where it was. */
export type ApplicationReinstated = DomainEvent<'ApplicationReinstated', ApplicationRef>;

export type ApplicationEvent =
  | ApplicationSubmitted
  | StageReached
  | StagePassed
  | InterviewHeld
  | AppointedToReserve
  | CheckMoved
  | DbsLevelDecided
  | DbsDecisionMade
  | OfferConditional
  | OfferConfirmed
  | PlaceLost
  | ApplicationWithdrawn
  | ApplicationDeclined
  | ApplicationReinstated;

const ref = ['effectiveOn', 'applicationId', 'vacancyId', 'personId', 'organisationId'] as const;
const appliedFor = ['postId', 'localityId', 'engagementKind', 'roleFamily'] as const;
const stage = ['stageId', 'stageKind'] as const;
const written = { version: 1, subject: 'personId' } as const;

export const applicationCatalogue: Catalogue<ApplicationEvent> = {
  ApplicationSubmitted: { ...written, open: [...ref, ...appliedFor, 'stages'] },
  StageReached: { ...written, open: [...ref, ...stage] },
  StagePassed: { ...written, open: [...ref, ...stage, 'how', 'completionEventId'] },
  InterviewHeld: {
    ...written,
    open: [...ref, ...stage, 'panelSize', 'panelLivedExperience', 'leastShare', 'outcome'],
  },
  AppointedToReserve: { ...written, open: [...ref, 'until'] },
  CheckMoved: { ...written, open: [...ref, 'check', 'status', 'holder'] },
  DbsLevelDecided: { ...written, open: ref, sealed: { dbsLevel: 'C4' } },
  DbsDecisionMade: { ...written, open: [...ref, 'holder'], sealed: { decision: 'C4' } },
  OfferConditional: {
    ...written,
    open: [...ref, ...appliedFor, 'requiredChecks', 'hoursPerWeek', 'proposedStartOn'],
  },
  OfferConfirmed: { ...written, open: [...ref, ...appliedFor, 'startsOn', 'hoursPerWeek'] },
  PlaceLost: { ...written, open: [...ref, 'postId'] },
  ApplicationWithdrawn: { ...written, open: ref, sealed: { reason: 'C3' } },
  ApplicationDeclined: { ...written, open: [...ref, 'reason'], sealed: { feedback: 'C2' } },
  ApplicationReinstated: { ...written, open: ref },
};
