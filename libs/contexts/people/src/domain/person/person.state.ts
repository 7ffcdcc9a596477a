import { addDays, reject, type CalendarDate, type Fact, type Rejected, type Uuid } from '@alongside/kernel';
import type { PersonEvent } from './person.events.js';
import type { PersonRefusal } from './person.refusals.js';

export type Decision = readonly PersonEvent[] | Rejected<PersonRefusal>;

export interface Registration {
  readonly eventId: Uuid;
  readonly personId: Uuid;
  readonly on: CalendarDate;
  readonly registeredBy: Uuid;
  readonly demonstration: boolean;
}

/** That something was said, without what: no rule needs a name. */
export interface Mention {
  readonly eventId: Uuid;
  readonly on: CalendarDate;
}

export interface DisclosureHeld {
  readonly grantId: Uuid;
  readonly from: CalendarDate;
  /** The first day on which it is no longer shared. */
  readonly until: CalendarDate | null;
}

export interface ContestHeld {
  readonly contestId: Uuid;
  readonly eventId: Uuid;
  readonly heldBy: Uuid;
  readonly on: CalendarDate;
  readonly answerId: Uuid | null;
}

/** One shape whatever the order of facts, since a correction comes after what was true on the same day. */
export interface PersonState {
  readonly registration: Registration | null;
  readonly names: readonly Mention[];
  readonly contacts: readonly Mention[];
  readonly disclosures: readonly DisclosureHeld[];
  readonly contests: readonly ContestHeld[];
}

export const unregistered: PersonState = {
  registration: null,
  names: [],
  contacts: [],
  disclosures: [],
  contests: [],
};

export const evolve = (state: PersonState, fact: Fact<PersonEvent>): PersonState => {
  const on = fact.data.effectiveOn;
  switch (fact.type) {
    case 'PersonRegistered': {
      const { personId, registeredBy, demonstration } = fact.data;
      return { ...state, registration: { eventId: fact.id, personId, on, registeredBy, demonstration } };
    }
    case 'PersonNamed':
      return { ...state, names: [...state.names, { eventId: fact.id, on }] };
    case 'WorkContactGiven':
      return { ...state, contacts: [...state.contacts, { eventId: fact.id, on }] };
    case 'DisclosureGranted': {
      const until = fact.data.until === null ? null : addDays(fact.data.until, 1);
      return {
        ...state,
        disclosures: [...state.disclosures, { grantId: fact.data.grantId, from: on, until }],
      };
    }
    case 'DisclosureWithdrawn':
      return {
        ...state,
        disclosures: state.disclosures.map((one) =>
          one.grantId === fact.data.grantId && (one.until === null || on < one.until)
            ? { ...one, until: on }
            : one,
        ),
      };
    case 'FactContested': {
      const { contestId, eventId, heldBy } = fact.data;
      return { ...state, contests: [...state.contests, { contestId, eventId, heldBy, on, answerId: null }] };
    }
    case 'ContestAnswered':
      return {
        ...state,
        contests: state.contests.map((one) =>
          one.contestId === fact.data.contestId ? { ...one, answerId: fact.id } : one,
        ),
      };
    default:
      return fact satisfies never;
  }
};

/** Why nothing can be recorded of the person on a day; undefined where they were on record. */
export const notOnRecord = (
  { registration }: PersonState,
  day: CalendarDate,
): Rejected<PersonRefusal> | undefined => {
  if (!registration) return reject('PersonNotRegistered');
  return day < registration.on ? reject('BeforeRegistration', { registeredOn: registration.on }) : undefined;
};
