import type { CalendarDate, Uuid } from '@alongside/kernel';
import type {
  AgreementClass,
  AgreementParty,
  AgreementPurpose,
  LawfulBasis,
  SpecialCondition,
} from '../../contracts.js';

export interface DrawUpAgreement {
  readonly type: 'DrawUpAgreement';
  readonly agreementId: Uuid;
  readonly localityId: Uuid;
  readonly title: string;
  readonly disclosing: readonly Uuid[];
  readonly receiving: readonly AgreementParty[];
  readonly purposes: readonly AgreementPurpose[];
  readonly classes: readonly AgreementClass[];
  readonly lawfulBasis: LawfulBasis;
  readonly specialCondition: SpecialCondition;
  readonly reference: string;
  readonly endsOn: CalendarDate | null;
  readonly effectiveOn: CalendarDate;
  /** The organisations among the parties that are not in the locality today, or closed. */
  readonly outside: readonly Uuid[];
}

/** What a party does for itself, from today. */
interface ByParty {
  readonly party: AgreementParty;
  readonly by: Uuid;
  readonly today: CalendarDate;
}

export interface SignAgreement extends ByParty {
  readonly type: 'SignAgreement';
  /** Whether the party is in the agreement's locality today; the locality itself is. */
  readonly inLocality: boolean;
}

export interface SuspendAgreement extends ByParty {
  readonly type: 'SuspendAgreement';
  readonly reason: string;
}

export interface ResumeAgreement extends ByParty {
  readonly type: 'ResumeAgreement';
}

export interface LeaveAgreement extends ByParty {
  readonly type: 'LeaveAgreement';
}

/** Ends it for all. A party that wants out by itself leaves. */
export interface EndAgreement {
  readonly type: 'EndAgreement';
  readonly by: Uuid;
  readonly today: CalendarDate;
  /** The first day on which it binds nobody. */
  readonly effectiveOn: CalendarDate;
}

export type PartyCommand = SignAgreement | SuspendAgreement | ResumeAgreement | LeaveAgreement;
export type AgreementCommand = DrawUpAgreement | PartyCommand | EndAgreement;
