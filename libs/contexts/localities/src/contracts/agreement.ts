import type { CalendarDate, DomainEvent, Personal, Uuid } from '@alongside/kernel';

export const agreementStream = (agreementId: Uuid): string => `agreement-${agreementId}`;

/** For what organisations may agree to share records, and the records that each purpose opens. */
export const areaOfPurpose = {
  recognisingTraining: 'training',
  planningTheWorkforce: 'employment',
  supervisingTogether: 'supervision',
  keepingBoundaries: 'boundaries',
} as const;
export type AgreementPurpose = keyof typeof areaOfPurpose;

/**
 * What an agreement can open. Lived experience, adjustments and benefits (C3) are shared by the person alone, the
 * decision on criminal records (C4) not at all. That somebody is a peer worker is C3 once another organisation learns
 * it: what is read through an agreement is logged as such.
 */
export const agreementClasses = ['C1', 'C2'] as const;
export type AgreementClass = (typeof agreementClasses)[number];

/** Source: UK GDPR, Article 6(1)(a) to (f). */
export const lawfulBases = [
  'consent',
  'contract',
  'legalObligation',
  'vitalInterests',
  'publicTask',
  'legitimateInterests',
] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

/** Source: UK GDPR, Article 9(2)(a), (b), (d), (g), (h) and (j): those that a partner can rely on. */
export const specialConditions = [
  'explicitConsent',
  'employmentLaw',
  'notForProfitBody',
  'substantialPublicInterest',
  'healthOrSocialCare',
  'researchOrStatistics',
] as const;
export type SpecialCondition = (typeof specialConditions)[number];

/** Whoever is a party: an organisation, or a locality by those who lead its framework. */
export interface AgreementParty {
  readonly kind: 'organisation' | 'locality';
  readonly id: Uuid;
}

/** Of which agreement a fact speaks. Parties stand in every fact, so that each says which pairs it concerns. */
interface OfAgreement {
  readonly agreementId: Uuid;
  readonly localityId: Uuid;
  /** Organisations whose records are shared. */
  readonly disclosing: readonly Uuid[];
  readonly receiving: readonly AgreementParty[];
  readonly effectiveOn: CalendarDate;
}

/** The terms. They open nothing until a pair of parties has signed them, and nothing before `effectiveOn`. */
export type AgreementDrawnUp = DomainEvent<
  'AgreementDrawnUp',
  OfAgreement & {
    readonly title: string;
    readonly purposes: readonly AgreementPurpose[];
    readonly classes: readonly AgreementClass[];
    readonly lawfulBasis: LawfulBasis;
    readonly specialCondition: SpecialCondition;
    /** Where the agreement itself is to be found: a number, a title, an address. */
    readonly reference: string;
    /** The last day; null until it is ended. */
    readonly endsOn: CalendarDate | null;
  }
>;

/** A party is bound from `effectiveOn`, the day on which it signed. */
export type AgreementSigned = DomainEvent<
  'AgreementSigned',
  OfAgreement & { readonly party: AgreementParty; readonly signedBy: Uuid }
>;

/** Nothing is shared with or by the party until it resumes, from the moment this is recorded. */
export type AgreementSuspended = DomainEvent<
  'AgreementSuspended',
  OfAgreement & {
    readonly party: AgreementParty;
    readonly suspendedBy: Uuid;
    readonly reason: Personal<string>;
  }
>;

export type AgreementResumed = DomainEvent<
  'AgreementResumed',
  OfAgreement & { readonly party: AgreementParty; readonly resumedBy: Uuid }
>;

/** The party has left the agreement for good. It goes on among the others. */
export type AgreementLeft = DomainEvent<
  'AgreementLeft',
  OfAgreement & { readonly party: AgreementParty; readonly leftBy: Uuid }
>;

/** The first day on which the agreement binds nobody. */
export type AgreementEnded = DomainEvent<'AgreementEnded', OfAgreement & { readonly endedBy: Uuid }>;

export type AgreementEvent =
  AgreementDrawnUp | AgreementSigned | AgreementSuspended | AgreementResumed | AgreementLeft | AgreementEnded;
