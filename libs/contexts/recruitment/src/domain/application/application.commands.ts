import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type {
  ApplicationRef,
  AppliedFor,
  CheckHolder,
  CheckStatus,
  DbsLevel,
  DeclineReason,
  EmploymentCheck,
  Stage,
} from '../../contracts.js';
import type { InterviewOutcome } from './application.events.js';

interface On {
  readonly effectiveOn: CalendarDate;
}

export interface SubmitApplication
  extends On, Pick<ApplicationRef, 'applicationId' | 'vacancyId' | 'personId'> {
  readonly type: 'SubmitApplication';
  /** Looked up in the vacancy list. */
  readonly vacancy: AppliedFor & {
    readonly open: boolean;
    readonly organisationId: Uuid;
    readonly closesOn: CalendarDate | null;
    readonly stages: readonly Stage[];
  };
}

export interface PassStage extends On {
  readonly type: 'PassStage';
  readonly stageId: string;
  readonly how: 'passed' | 'exempt';
  /** A training completion that shows it, looked up in the person's record; null where none is named. */
  readonly completion: { readonly eventId: Uuid; readonly how: 'assessed' | 'attended' } | null;
}

export interface HoldInterview extends On {
  readonly type: 'HoldInterview';
  readonly panelSize: number;
  readonly panelLivedExperience: number;
  readonly outcome: InterviewOutcome;
  /** Looked up in the framework's recruitment standard, from 0 to 1; null where it is silent. */
  readonly leastShare: number | null;
}

export interface AppointToReserve extends On {
  readonly type: 'AppointToReserve';
  /** Last day on the list. */
  readonly until: CalendarDate;
}

export interface DecideDbsLevel extends On {
  readonly type: 'DecideDbsLevel';
  readonly dbsLevel: DbsLevel;
}

/** Moves a check, or corrects its last move. To be executed on opened values, to see an unchanged decision. */
export interface MoveCheck extends On {
  readonly type: 'MoveCheck';
  readonly check: EmploymentCheck;
  readonly status: CheckStatus;
  readonly holder: CheckHolder;
  readonly corrects?: Correction;
}

export interface MakeConditionalOffer extends On {
  readonly type: 'MakeConditionalOffer';
  /** Looked up in the framework by kind of engagement. */
  readonly requiredChecks: readonly EmploymentCheck[];
  readonly hoursPerWeek: number | null;
  readonly proposedStartOn: CalendarDate | null;
}

/** To be executed on opened values: a criminal-record decision that cannot be read counts as outstanding. */
export interface ConfirmOffer extends On {
  readonly type: 'ConfirmOffer';
  /** Looked up in the framework by kind of engagement. */
  readonly requiredChecks: readonly EmploymentCheck[];
  /** Looked up in the post's places. */
  readonly placesLeft: number;
  readonly startsOn: CalendarDate;
  readonly hoursPerWeek: number | null;
}

/** The post refused the place. Dated no earlier than the confirmation that it undoes. */
export interface LosePlace extends On {
  readonly type: 'LosePlace';
}

export interface WithdrawApplication extends On {
  readonly type: 'WithdrawApplication';
  readonly reason?: string;
}

export interface DeclineApplication extends On {
  readonly type: 'DeclineApplication';
  readonly reason: DeclineReason;
  readonly feedback?: string;
}

export interface ReinstateApplication extends On {
  readonly type: 'ReinstateApplication';
  readonly corrects: Correction;
}

export type ApplicationCommand =
  | SubmitApplication
  | PassStage
  | HoldInterview
  | AppointToReserve
  | DecideDbsLevel
  | MoveCheck
  | MakeConditionalOffer
  | ConfirmOffer
  | LosePlace
  | WithdrawApplication
  | DeclineApplication
  | ReinstateApplication;
