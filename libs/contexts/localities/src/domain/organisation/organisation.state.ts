import { reject, timeline, type CalendarDate, type Fact, type Rejected, type Uuid } from '@alongside/kernel';
import type { IdentifierSystem, ItemInPlace, Sector } from '../../contracts.js';
import { endedBy, through, type Period } from '../period.js';
import type { OrganisationEvent } from './organisation.events.js';
import type { OrganisationRefusal } from './organisation.refusals.js';

export type Decision = readonly OrganisationEvent[] | Rejected<OrganisationRefusal>;

/** A value with the event that said it, so that a correction can name it. */
export interface Said<Value> {
  readonly eventId: Uuid;
  readonly from: CalendarDate;
  readonly value: Value;
}

export interface HeldIdentifier extends Period {
  readonly eventId: Uuid;
  readonly system: IdentifierSystem;
  readonly value: string;
}

export interface LocalityStay extends Period {
  readonly eventId: Uuid;
  readonly localityId: Uuid;
}

export interface ItemStanding {
  readonly status: 'met' | 'waived' | 'lapsed';
  /** The last day. */
  readonly until: CalendarDate | null;
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
  readonly readiness: Readonly<Record<Uuid, readonly Said<ItemStanding>[]>>;
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
      return standing(state, fact, fact.data.clauseId, { status: 'met', until: fact.data.until });
    case 'ReadinessItemWaived':
      return standing(state, fact, fact.data.clauseId, { status: 'waived', until: fact.data.expiresOn });
    case 'ReadinessItemLapsed':
      // What never was leaves whatever was said before it in place.
      if (fact.corrects) return state;
      return standing(state, fact, fact.data.clauseId, { status: 'lapsed', until: null });
    default:
      return fact satisfies never;
  }
};

const saying = <Value>(
  said: readonly Said<Value>[],
  { id, data }: Fact,
  value: Value,
): readonly Said<Value>[] => [...said, { eventId: id, from: data.effectiveOn, value }];

const ending = <Item extends Period & { readonly eventId: Uuid }>(
  items: readonly Item[],
  eventId: Uuid,
  day: CalendarDate,
): readonly Item[] => items.map((item) => (item.eventId === eventId ? endedBy(item, day) : item));

const standing = (
  state: OrganisationState,
  fact: Fact<OrganisationEvent>,
  clauseId: Uuid,
  value: ItemStanding,
): OrganisationState => ({
  ...state,
  readiness: { ...state.readiness, [clauseId]: saying(state.readiness[clauseId] ?? [], fact, value) },
});

/** The organisation's name on a day; undefined before it was registered. */
export const nameOn = ({ names }: OrganisationState, day: CalendarDate): string | undefined =>
  timeline.valueOn(names, day);

/** One readiness item on a day; undefined where it is neither met nor waived then. */
export const itemOn = (
  state: OrganisationState,
  clauseId: Uuid,
  day: CalendarDate,
): ItemInPlace | undefined => {
  const value = timeline.valueOn(state.readiness[clauseId] ?? [], day);
  if (!value || value.status === 'lapsed' || (value.until !== null && value.until < day)) return undefined;
  return { clauseId, status: value.status, until: value.until };
};

/** The readiness items in place on a day: what `ReadinessOf` answers. */
export const readinessOn = (state: OrganisationState, day: CalendarDate): readonly ItemInPlace[] =>
  Object.keys(state.readiness).flatMap((clauseId) => itemOn(state, clauseId, day) ?? []);

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
