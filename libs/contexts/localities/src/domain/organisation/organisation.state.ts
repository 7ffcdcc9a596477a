import { reject, timeline, type CalendarDate, type Fact, type Rejected, type Uuid } from '@alongside/kernel';
import type { IdentifierSystem, Sector } from '../../contracts.js';
import { endedBy, through, type Period } from '../period.js';
import { readinessAfter, type Readiness } from '../readiness/readiness.state.js';
import { saying, type Said } from '../said.js';
import type { OrganisationEvent } from './organisation.events.js';
import type { OrganisationRefusal } from './organisation.refusals.js';

export type Decision = readonly OrganisationEvent[] | Rejected<OrganisationRefusal>;

export interface HeldIdentifier extends Period {
  readonly eventId: Uuid;
  readonly system: IdentifierSystem;
  readonly value: string;
}

export interface LocalityStay extends Period {
  readonly eventId: Uuid;
  readonly localityId: Uuid;
}

export interface Registration {
  readonly eventId: Uuid;
  readonly organisationId: Uuid;
  readonly sector: Sector;
  readonly on: CalendarDate;
}

export interface Closure {
  readonly eventId: Uuid;
  readonly on: CalendarDate;
  /** Null where it was closed and nobody took it over. */
  readonly intoOrganisationId: Uuid | null;
}

/** One shape whatever the order of facts, since a correction comes after what was true on the same day. */
export interface OrganisationState {
  readonly registration: Registration | null;
  readonly closure: Closure | null;
  readonly names: readonly Said<string>[];
  readonly identifiers: readonly HeldIdentifier[];
  readonly localities: readonly LocalityStay[];
  readonly readiness: Readiness;
}

export const unregistered: OrganisationState = {
  registration: null,
  closure: null,
  names: [],
  identifiers: [],
  localities: [],
  readiness: {},
};

export const evolve = (state: OrganisationState, fact: Fact<OrganisationEvent>): OrganisationState => {
  const { effectiveOn } = fact.data;
  switch (fact.type) {
    case 'OrganisationRegistered':
      return {
        ...state,
        registration: {
          eventId: fact.id,
          organisationId: fact.data.organisationId,
          sector: fact.data.sector,
          on: effectiveOn,
        },
        names: saying(state.names, fact, fact.data.name),
      };
    case 'OrganisationRenamed':
      return { ...state, names: saying(state.names, fact, fact.data.name) };
    case 'IdentifierAssigned': {
      const { system, value, until } = fact.data;
      return {
        ...state,
        identifiers: [
          ...state.identifiers,
          { eventId: fact.id, system, value, ...through(effectiveOn, until) },
        ],
      };
    }
    case 'IdentifierEnded':
      return { ...state, identifiers: ending(state.identifiers, fact.data.assignmentId, effectiveOn) };
    case 'OrganisationMerged':
      return {
        ...state,
        closure: { eventId: fact.id, on: effectiveOn, intoOrganisationId: fact.data.intoOrganisationId },
      };
    case 'OrganisationClosed':
      return { ...state, closure: { eventId: fact.id, on: effectiveOn, intoOrganisationId: null } };
    case 'OrganisationReopened':
      return state;
    case 'OrganisationJoinedLocality':
      return {
        ...state,
        localities: [
          ...state.localities,
          { eventId: fact.id, localityId: fact.data.localityId, from: effectiveOn, until: null },
        ],
      };
    case 'OrganisationLeftLocality':
      return { ...state, localities: ending(state.localities, fact.data.joiningId, effectiveOn) };
    case 'ReadinessItemMet':
    case 'ReadinessItemWaived':
    case 'ReadinessItemLapsed':
      return { ...state, readiness: readinessAfter(state.readiness, fact) };
    default:
      return fact satisfies never;
  }
};

const ending = <Item extends Period & { readonly eventId: Uuid }>(
  items: readonly Item[],
  eventId: Uuid,
  day: CalendarDate,
): readonly Item[] => items.map((item) => (item.eventId === eventId ? endedBy(item, day) : item));

/** The organisation's name on a day; undefined before it was registered. */
export const nameOn = ({ names }: OrganisationState, day: CalendarDate): string | undefined =>
  timeline.valueOn(names, day);

/** Why nothing can be recorded of the organisation on a day; undefined where it was open. */
export const notOpenOn = (
  { registration, closure }: OrganisationState,
  day: CalendarDate,
): Rejected<OrganisationRefusal> | undefined => {
  if (!registration) return reject('OrganisationNotRegistered');
  if (day < registration.on) return reject('BeforeRegistration', { registeredOn: registration.on });
  if (closure && closure.on <= day)
    return reject('OrganisationClosed', {
      closedOn: closure.on,
      intoOrganisationId: closure.intoOrganisationId,
    });
  return undefined;
};
