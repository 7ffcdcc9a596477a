import type { CalendarDate, CorrectionReason, Uuid } from '@alongside/kernel';
import type { Band, EngagementKind, PostCloseReason } from '../../contracts.js';

export interface EstablishPost {
  readonly type: 'EstablishPost';
  readonly postId: Uuid;
  readonly title: string;
  readonly roleFamily: string;
  readonly employingOrganisationId: Uuid;
  readonly hostOrganisationId: Uuid;
  /** The locality of the host organisation. */
  readonly localityId: Uuid;
  readonly teamId: Uuid | null;
  /** Null: what the team is called. */
  readonly team: string | null;
  /** Null: that of the team. */
  readonly setting: string | null;
  /** The team as looked up in the employing and the host organisation; null where neither has it on the day. */
  readonly formedTeam: { readonly name: string; readonly setting: string } | null;
  readonly places: number;
  /** Of one place; null where no hours are agreed. */
  readonly hoursPerWeek: number | null;
  readonly effectiveOn: CalendarDate;
}

export interface AgreePlaces {
  readonly type: 'AgreePlaces';
  readonly places: number;
  readonly effectiveOn: CalendarDate;
}

export interface RecordJobEvaluation {
  readonly type: 'RecordJobEvaluation';
  readonly reference: string;
  readonly band: Band;
  readonly evaluatedOn: CalendarDate;
}

export interface BandPost {
  readonly type: 'BandPost';
  readonly band: Band;
  /** Reference of an evaluation recorded for this post. */
  readonly evaluation: string;
  readonly effectiveOn: CalendarDate;
}

/** Says what an earlier banding should have said. */
export interface CorrectPostBanding {
  readonly type: 'CorrectPostBanding';
  readonly eventId: Uuid;
  readonly band: Band;
  readonly evaluation: string;
  readonly effectiveOn: CalendarDate;
  readonly reason: CorrectionReason;
  readonly note?: string;
}

export interface DeclareEquivalentBand {
  readonly type: 'DeclareEquivalentBand';
  readonly band: Band;
  readonly effectiveOn: CalendarDate;
}

/** Asks for a place. With an application, a refusal is recorded; without, it is only answered. */
export interface ReservePlace {
  readonly type: 'ReservePlace';
  readonly engagementId: Uuid;
  readonly applicationId: Uuid | null;
  readonly personId: Uuid;
  readonly startsOn: CalendarDate;
  readonly engagementKind: EngagementKind;
  /** Null: those of the post, or none for kinds that agree none. */
  readonly hoursPerWeek: number | null;
  readonly fixedTermUntil: CalendarDate | null;
  /** The day on which the place is asked for. */
  readonly askedOn: CalendarDate;
}

/** Frees a place from a day. Said again with `correction`, from another day. */
export interface ReleasePlace {
  readonly type: 'ReleasePlace';
  readonly engagementId: Uuid;
  readonly freeFrom: CalendarDate;
  /** Why the day recorded before was wrong. */
  readonly correction?: CorrectionReason;
}

export interface ClosePost {
  readonly type: 'ClosePost';
  readonly reason: PostCloseReason;
  /** First day on which nobody can hold the post. */
  readonly effectiveOn: CalendarDate;
}

export type PostCommand =
  | EstablishPost
  | AgreePlaces
  | RecordJobEvaluation
  | BandPost
  | CorrectPostBanding
  | DeclareEquivalentBand
  | ReservePlace
  | ReleasePlace
  | ClosePost;
