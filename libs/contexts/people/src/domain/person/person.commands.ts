import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { ContestOutcome, DisclosureArea, DisclosureRole } from '../../contracts.js';

/** `corrects` names the event of the same kind that the new one stands in for. */
interface Correctable {
  readonly effectiveOn: CalendarDate;
  readonly corrects?: Correction;
}

export interface RegisterPerson extends Correctable {
  readonly type: 'RegisterPerson';
  readonly personId: Uuid;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly demonstration: boolean;
  readonly registeredBy: Uuid;
}

export interface NamePerson extends Correctable {
  readonly type: 'NamePerson';
  readonly givenName: string;
  readonly familyName: string;
}

/** Null takes away what there was. */
export interface GiveWorkContact extends Correctable {
  readonly type: 'GiveWorkContact';
  readonly email: string | null;
  readonly phone: string | null;
}

export interface GrantDisclosure {
  readonly type: 'GrantDisclosure';
  readonly grantId: Uuid;
  readonly sharedWithOrganisationId: Uuid;
  readonly sharedWithRole: DisclosureRole | null;
  readonly area: DisclosureArea;
  readonly text: string;
  readonly until: CalendarDate | null;
  readonly effectiveOn: CalendarDate;
}

export interface WithdrawDisclosure {
  readonly type: 'WithdrawDisclosure';
  readonly grantId: Uuid;
  readonly effectiveOn: CalendarDate;
}

export interface ContestFact {
  readonly type: 'ContestFact';
  readonly contestId: Uuid;
  /** The event to be contested. */
  readonly eventId: Uuid;
  /** Whom that event is about and whose record it is, as looked up; null where there is no such event. */
  readonly fact: { readonly about: Uuid | null; readonly heldBy: Uuid } | null;
  readonly statement: string;
  readonly effectiveOn: CalendarDate;
}

export interface AnswerContest extends Correctable {
  readonly type: 'AnswerContest';
  readonly contestId: Uuid;
  readonly outcome: ContestOutcome;
  readonly answer: string;
  readonly answeredBy: Uuid;
}

export type PersonCommand =
  | RegisterPerson
  | NamePerson
  | GiveWorkContact
  | GrantDisclosure
  | WithdrawDisclosure
  | ContestFact
  | AnswerContest;
