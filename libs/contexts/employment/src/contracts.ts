import { uuid5, type CalendarDate, type DomainEvent, type Personal, type Uuid } from '@alongside/kernel';

/*
 * What other contexts may know of employment: posts and their places, engagements, pay scales.
 *
 * Tables that others may join in reading: `employment.engagement` (who works where, now), `employment.post`.
 */

export const postStream = (postId: Uuid): string => `post-${postId}`;
export const engagementStream = (engagementId: Uuid): string => `engagement-${engagementId}`;
export const payScaleStream = (payScaleId: Uuid): string => `payscale-${payScaleId}`;

/** The one engagement that an application can lead to. */
export const engagementIdOf = (applicationId: Uuid): Uuid => uuid5(`engagement:${applicationId}`);

/** The one pay scale of a country in a year that begins in April, as `2025/26`. */
export const payScaleIdOf = (country: PayScaleCountry, year: string): Uuid =>
  uuid5(`payscale:${country}:${year}`);

/** In which way a person works for an organisation. */
export const engagementKinds = [
  'agendaForChange',
  'otherEmployment',
  'bank',
  'apprenticeship',
  'secondment',
  'honorary',
  'volunteer',
  'involvementPayment',
] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** Agenda for Change bands, lowest first. */
export const bands = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'] as const;
export type Band = (typeof bands)[number];

/** Where in its band a person stands: bands 2 to 4 have no intermediate point. */
export const stepPoints = ['entry', 'intermediate', 'top'] as const;
export type StepPoint = (typeof stepPoints)[number];

export const payScaleCountries = ['england', 'scotland', 'wales', 'northernIreland'] as const;
export type PayScaleCountry = (typeof payScaleCountries)[number];

/**
 * Why an engagement ended. The code stands in clear for ever, so there is none for health: who leaves for that reason
 * is recorded as `resignation`, `retirement` or `other`.
 */
export const engagementEndReasons = [
  'didNotStart',
  'resignation',
  'retirement',
  'fixedTermEnded',
  'placementEnded',
  'movedToOtherPost',
  'transferred',
  'redundancy',
  'dismissal',
  'death',
  'other',
] as const;
export type EngagementEndReason = (typeof engagementEndReasons)[number];

export const postCloseReasons = ['fundingEnded', 'reorganised', 'replaced', 'enteredInError'] as const;
export type PostCloseReason = (typeof postCloseReasons)[number];

/** Why a post could not give a place to a confirmed applicant. */
export const reservationRefusals = ['NoPlaceLeft', 'PostClosed', 'StartsBeforePost'] as const;
export type ReservationRefusal = (typeof reservationRefusals)[number];

/** Hours a week of full time under Agenda for Change. */
export const FULL_TIME_HOURS = 37.5;

/** Whole-time equivalent of hours a week, to four decimal places. */
export const wte = (hoursPerWeek: number): number =>
  Math.round((hoursPerWeek / FULL_TIME_HOURS) * 10_000) / 10_000;

/** Of which post a fact speaks, and whose. */
export interface OfPost {
  readonly effectiveOn: CalendarDate;
  readonly postId: Uuid;
  readonly employingOrganisationId: Uuid;
  /** Where the work is done; the employing organisation itself where it is not another. */
  readonly hostOrganisationId: Uuid;
  readonly localityId: Uuid;
}

/** A post is open from `effectiveOn`. Its title is published wording. */
export type PostEstablished = DomainEvent<
  'PostEstablished',
  OfPost & {
    readonly title: string;
    /** As the framework names it. */
    readonly roleFamily: string;
    /** A team of the employing or the host organisation; null where the post is in none. */
    readonly teamId: Uuid | null;
    readonly team: string;
    /** As the framework names settings in its conditions. */
    readonly setting: string;
    /** How many people can hold the post at the same time. */
    readonly places: number;
    /** Of one place; null where no hours are agreed. */
    readonly hoursPerWeek: number | null;
  }
>;

/** The post has this many places from `effectiveOn`. */
export type PlacesAgreed = DomainEvent<'PlacesAgreed', OfPost & { readonly places: number }>;

/** What a job evaluation came to. `effectiveOn` is `evaluatedOn`, or the first day of a post that came later. */
export type JobEvaluationRecorded = DomainEvent<
  'JobEvaluationRecorded',
  OfPost & { readonly reference: string; readonly band: Band; readonly evaluatedOn: CalendarDate }
>;

/** The post is worth this band from `effectiveOn`. With `corrects`, in place of a banding recorded before. */
export type PostBanded = DomainEvent<
  'PostBanded',
  OfPost & {
    readonly band: Band;
    /** Reference of the job evaluation that justifies it. */
    readonly evaluation: string;
    /** Only where it stands in for an earlier banding. */
    readonly correctionNote?: Personal<string>;
  }
>;

/** What an unbanded post, as in the voluntary sector, is worth in terms of bands: a declaration, not an evaluation. */
export type EquivalentBandDeclared = DomainEvent<'EquivalentBandDeclared', OfPost & { readonly band: Band }>;

/** A place is held for a person from `effectiveOn`. Says all that is needed to begin the engagement. */
export type PlaceReserved = DomainEvent<
  'PlaceReserved',
  OfPost & {
    readonly engagementId: Uuid;
    /** Null where the person did not come through an application recorded here. */
    readonly applicationId: Uuid | null;
    readonly personId: Uuid;
    /** The same day as `effectiveOn`. */
    readonly startsOn: CalendarDate;
    readonly engagementKind: EngagementKind;
    /** Null where no hours are agreed, as for bank and most volunteers. */
    readonly hoursPerWeek: number | null;
    /** Last day of a fixed term; null where there is none. */
    readonly fixedTermUntil: CalendarDate | null;
    readonly title: string;
    readonly roleFamily: string;
  }
>;

/**
 * A confirmed applicant could not be given a place. Recorded, so that recruitment learns of it. `effectiveOn` is the
 * day on which the place was asked for, or the first day of a post that came later.
 */
export type ReservationRefused = DomainEvent<
  'ReservationRefused',
  OfPost & {
    readonly applicationId: Uuid;
    readonly startsOn: CalendarDate;
    readonly reason: ReservationRefusal;
  }
>;

/** The place is free from `effectiveOn`. With `corrects`, from another day than was recorded before. */
export type PlaceReleased = DomainEvent<'PlaceReleased', OfPost & { readonly engagementId: Uuid }>;

/** Nobody can hold the post from `effectiveOn`. */
export type PostClosed = DomainEvent<'PostClosed', OfPost & { readonly reason: PostCloseReason }>;

export type PostEvent =
  | PostEstablished
  | PlacesAgreed
  | JobEvaluationRecorded
  | PostBanded
  | EquivalentBandDeclared
  | PlaceReserved
  | ReservationRefused
  | PlaceReleased
  | PostClosed;

/** Of which engagement a fact speaks, whose, and where. */
export interface OfEngagement {
  readonly effectiveOn: CalendarDate;
  readonly engagementId: Uuid;
  readonly personId: Uuid;
  readonly postId: Uuid | null;
  readonly employingOrganisationId: Uuid;
  readonly hostOrganisationId: Uuid;
  readonly localityId: Uuid;
}

/** A person works for an organisation from `effectiveOn`. With `corrects`, from another day than was recorded before. */
export type EngagementBegun = DomainEvent<
  'EngagementBegun',
  OfEngagement & {
    readonly applicationId: Uuid | null;
    readonly kind: EngagementKind;
    readonly title: string;
    readonly roleFamily: string;
    /** Null where no hours are agreed. */
    readonly hoursPerWeek: number | null;
    /** Last day of a fixed term; null where there is none. */
    readonly fixedTermUntil: CalendarDate | null;
    /** Only where it stands in for an earlier one. */
    readonly correctionNote?: Personal<string>;
  }
>;

/** The person works these hours from `effectiveOn`; null: no hours are agreed. */
export type HoursAgreed = DomainEvent<'HoursAgreed', OfEngagement & { readonly hoursPerWeek: number | null }>;

/** From `effectiveOn` the last day of the term is `until`; null: the engagement is permanent. */
export type TermAgreed = DomainEvent<'TermAgreed', OfEngagement & { readonly until: CalendarDate | null }>;

/** The person stands at this point of the band from `effectiveOn`. */
export type StepPointReached = DomainEvent<
  'StepPointReached',
  OfEngagement & { readonly band: Band; readonly stepPoint: StepPoint }
>;

/**
 * The person works there no more from `effectiveOn`, the day after `lastDay`. Ends nothing else about the person. With
 * `corrects`, from another day than was recorded before.
 */
export type EngagementEnded = DomainEvent<
  'EngagementEnded',
  OfEngagement & {
    /** The last day of the engagement; the day before it would have begun where it did not start. */
    readonly lastDay: CalendarDate;
    readonly reason: EngagementEndReason;
    /** Only where it stands in for an earlier one. */
    readonly correctionNote?: Personal<string>;
  }
>;

export type EngagementEvent = EngagementBegun | HoursAgreed | TermAgreed | StepPointReached | EngagementEnded;

/** A point of a band. `yearsAtPoint` is how long a person stays before the next one; null at the top. */
export interface PayPoint {
  readonly stepPoint: StepPoint;
  /** Integer pence a year for full time. */
  readonly annualPence: number;
  readonly yearsAtPoint: number | null;
}

export interface BandPay {
  readonly band: Band;
  /** In the order in which they are reached. */
  readonly points: readonly PayPoint[];
}

/** Agenda for Change pay of a country for the year that begins on `effectiveOn`. */
export type PayScaleLoaded = DomainEvent<
  'PayScaleLoaded',
  {
    readonly effectiveOn: CalendarDate;
    readonly payScaleId: Uuid;
    readonly country: PayScaleCountry;
    /** As `2025/26`. */
    readonly year: string;
    /** Reference of the pay circular that the figures come from. */
    readonly circular: string;
    /** Whether the figures were checked against the circular itself. */
    readonly confirmed: boolean;
    readonly bands: readonly BandPay[];
  }
>;

/** Somebody checked the figures against the circular itself. */
export type PayScaleConfirmed = DomainEvent<
  'PayScaleConfirmed',
  { readonly effectiveOn: CalendarDate; readonly payScaleId: Uuid; readonly circular: string }
>;

export type PayScaleEvent = PayScaleLoaded | PayScaleConfirmed;

export type EmploymentEvent = PostEvent | EngagementEvent | PayScaleEvent;
