import type { CalendarDate, CorrectionReason, Uuid } from '@alongside/kernel';
import type { Band, EngagementEndReason, EngagementKind, StepPoint } from '../../contracts.js';

/** With a post, only in answer to the place that the post reserved: the post owns its places. */
export interface BeginEngagement {
  readonly type: 'BeginEngagement';
  readonly engagementId: Uuid;
  readonly personId: Uuid;
  readonly postId: Uuid | null;
  readonly applicationId: Uuid | null;
  readonly employingOrganisationId: Uuid;
  readonly hostOrganisationId: Uuid;
  readonly localityId: Uuid;
  readonly kind: EngagementKind;
  readonly title: string;
  readonly roleFamily: string;
  /** Null where no hours are agreed. */
  readonly hoursPerWeek: number | null;
  /** Last day of a fixed term; null where there is none. */
  readonly fixedTermUntil: CalendarDate | null;
  readonly startsOn: CalendarDate;
}

export interface AgreeHours {
  readonly type: 'AgreeHours';
  readonly hoursPerWeek: number | null;
  readonly effectiveOn: CalendarDate;
}

export interface AgreeTerm {
  readonly type: 'AgreeTerm';
  /** Last day of the term; null makes the engagement permanent. */
  readonly until: CalendarDate | null;
  readonly effectiveOn: CalendarDate;
}

/** What Agenda for Change asks for before a pay step, as whoever confirms the step answers for it. */
export interface PayStepStandards {
  readonly appraisalWithinTwelveMonths: boolean;
  /** No formal capability process and no live disciplinary sanction. */
  readonly noFormalProcess: boolean;
  readonly mandatoryTrainingComplete: boolean;
}

export interface ReachStepPoint {
  readonly type: 'ReachStepPoint';
  /** The post's band on this day. */
  readonly band: Band;
  readonly stepPoint: StepPoint;
  /** Not asked for at the entry point. */
  readonly standards: PayStepStandards;
  readonly effectiveOn: CalendarDate;
}

export interface EndEngagement {
  readonly type: 'EndEngagement';
  readonly lastDay: CalendarDate;
  readonly reason: Exclude<EngagementEndReason, 'didNotStart'>;
}

/** The person was to start, and did not. */
export interface RecordNotStarted {
  readonly type: 'RecordNotStarted';
}

/** Says on which day the engagement began in truth. */
export interface CorrectEngagementStart {
  readonly type: 'CorrectEngagementStart';
  readonly eventId: Uuid;
  readonly startsOn: CalendarDate;
  readonly reason: CorrectionReason;
  readonly note?: string;
}

/** Says what its last day was in truth. */
export interface CorrectEngagementEnd {
  readonly type: 'CorrectEngagementEnd';
  readonly eventId: Uuid;
  readonly lastDay: CalendarDate;
  readonly endReason: Exclude<EngagementEndReason, 'didNotStart'>;
  readonly reason: CorrectionReason;
  readonly note?: string;
}

export type EngagementCommand =
  | BeginEngagement
  | AgreeHours
  | AgreeTerm
  | ReachStepPoint
  | EndEngagement
  | RecordNotStarted
  | CorrectEngagementStart
  | CorrectEngagementEnd;
