import { uuid5, type CalendarDate, type DomainEvent, type Personal, type Uuid } from '@alongside/kernel';

/*
 * Who people are, how they sign in, what they disclose and what they contest. Names stand in no other context.
 *
 * Tables that others may join in reading: `people.name_card`.
 */

export const personStream = (id: Uuid): string => `person-${id}`;

/** The stream that the person alone controls, named by the person's id. */
export const privateStream = (personId: Uuid): string => `private-${personId}`;

export const loginStream = (loginId: Uuid): string => `login-${loginId}`;

/** The id of a login from the keyed hash of issuer and subject (hex): neither can be told from it. */
export const loginIdOf = (keyedHash: string): Uuid => uuid5(`login:${keyedHash}`);

export type PersonRegistered = DomainEvent<
  'PersonRegistered',
  {
    readonly personId: Uuid;
    /** Either of the two names may be empty, never both. */
    readonly givenName: Personal<string>;
    readonly familyName: Personal<string>;
    readonly email: Personal<string | null>;
    readonly phone: Personal<string | null>;
    /** Invented, and shown as such. */
    readonly demonstration: boolean;
    /** The organisation that made the record. */
    readonly registeredBy: Uuid;
    readonly effectiveOn: CalendarDate;
  }
>;

export type PersonNamed = DomainEvent<
  'PersonNamed',
  {
    readonly personId: Uuid;
    readonly givenName: Personal<string>;
    readonly familyName: Personal<string>;
    readonly effectiveOn: CalendarDate;
  }
>;

export type WorkContactGiven = DomainEvent<
  'WorkContactGiven',
  {
    readonly personId: Uuid;
    readonly email: Personal<string | null>;
    readonly phone: Personal<string | null>;
    readonly effectiveOn: CalendarDate;
  }
>;

/** For what a disclosure may be used. */
export const disclosureAreas = [
  'framework',
  'recruitment',
  'training',
  'employment',
  'supervision',
  'boundaries',
] as const;
export type DisclosureArea = (typeof disclosureAreas)[number];

/** To whom in an organisation something may be disclosed. */
export const disclosureRoles = ['organisationLead', 'hr', 'supervisor'] as const;
export type DisclosureRole = (typeof disclosureRoles)[number];

export type DisclosureGranted = DomainEvent<
  'DisclosureGranted',
  {
    readonly grantId: Uuid;
    readonly personId: Uuid;
    readonly sharedWithOrganisationId: Uuid;
    /** Whoever holds this role there; null shares it with all three roles. */
    readonly sharedWithRole: DisclosureRole | null;
    readonly area: DisclosureArea;
    readonly text: Personal<string>;
    /** The last day on which it is shared; null until withdrawn. */
    readonly until: CalendarDate | null;
    readonly effectiveOn: CalendarDate;
  }
>;

export type DisclosureWithdrawn = DomainEvent<
  'DisclosureWithdrawn',
  { readonly grantId: Uuid; readonly personId: Uuid; readonly effectiveOn: CalendarDate }
>;

/** A person says that a recorded fact about them is wrong. The fact stays, and this stays beside it. */
export type FactContested = DomainEvent<
  'FactContested',
  {
    readonly contestId: Uuid;
    readonly personId: Uuid;
    /** The contested event, in whichever stream it stands. */
    readonly eventId: Uuid;
    /** The organisation whose record the contested fact is, and which must answer. */
    readonly heldBy: Uuid;
    readonly statement: Personal<string>;
    readonly effectiveOn: CalendarDate;
  }
>;

export const contestOutcomes = ['corrected', 'partlyCorrected', 'stands'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

export type ContestAnswered = DomainEvent<
  'ContestAnswered',
  {
    readonly contestId: Uuid;
    readonly personId: Uuid;
    readonly eventId: Uuid;
    readonly heldBy: Uuid;
    readonly outcome: ContestOutcome;
    readonly answer: Personal<string>;
    readonly answeredBy: Uuid;
    readonly effectiveOn: CalendarDate;
  }
>;

export type LoginLinked = DomainEvent<
  'LoginLinked',
  { readonly loginId: Uuid; readonly personId: Uuid; readonly effectiveOn: CalendarDate }
>;

/** The login leads to nobody any more, and never will again. */
export type LoginUnlinked = DomainEvent<
  'LoginUnlinked',
  { readonly loginId: Uuid; readonly personId: Uuid; readonly effectiveOn: CalendarDate }
>;

export const invitationStream = (invitationId: Uuid): string => `invitation-${invitationId}`;

/** A person is asked to sign in for the first time, with a code that is told to them alone. */
export type InvitationSent = DomainEvent<
  'InvitationSent',
  {
    readonly invitationId: Uuid;
    readonly personId: Uuid;
    /** The organisation that invites. */
    readonly organisationId: Uuid;
    /** Keyed hash (hex) of the code, which itself stands nowhere. */
    readonly codeHash: string;
    /** The last day on which it can be accepted. */
    readonly expiresOn: CalendarDate;
    readonly effectiveOn: CalendarDate;
  }
>;

export type InvitationWithdrawn = DomainEvent<
  'InvitationWithdrawn',
  { readonly invitationId: Uuid; readonly personId: Uuid; readonly effectiveOn: CalendarDate }
>;

/** Whoever signed in by this login knew the code: the login becomes the person's. */
export type InvitationAccepted = DomainEvent<
  'InvitationAccepted',
  {
    readonly invitationId: Uuid;
    readonly personId: Uuid;
    readonly organisationId: Uuid;
    readonly loginId: Uuid;
    readonly effectiveOn: CalendarDate;
  }
>;

export type PeopleEvent =
  | PersonRegistered
  | PersonNamed
  | WorkContactGiven
  | DisclosureGranted
  | DisclosureWithdrawn
  | FactContested
  | ContestAnswered
  | LoginLinked
  | LoginUnlinked
  | InvitationSent
  | InvitationWithdrawn
  | InvitationAccepted;

/**
 * Whether a person has to do with one of these organisations: it registered them, they applied to it, or it employs,
 * hosts or gave a role to them, now or formerly. Sent on the query bus; answers a boolean, false where nobody of this id
 * is registered. Whatever makes an organisation's staff see a name asks this first, so that no id alone opens one.
 */
export class KnownTo {
  declare readonly answer?: boolean;
  constructor(
    readonly personId: Uuid,
    readonly organisationIds: readonly Uuid[],
  ) {}
}
