import { dataClasses, type DataClass, type Uuid } from '@alongside/kernel';
import { holds, localitiesOf, organisationsOf, type Actor } from './grant.js';
import { accessRules, type AccessRules, type ReadRule, type Relation } from './rules.js';

/** What the database shows to an actor, as the settings that row-level security reads. Empty lists show nothing. */
export interface ReadScope {
  /** The person who asks; null for a client. */
  readonly person: Uuid | null;
  /** People about whom rows of each class show. */
  readonly people: Readonly<Record<DataClass, Uuid[]>>;
  /** Organisations whose rows of each class show. */
  readonly organisations: Readonly<Record<DataClass, Uuid[]>>;
  readonly localities: Uuid[];
}

/** Sees nothing but what is there for everybody who is signed in. */
export const emptyScope: ReadScope = {
  person: null,
  people: { C0: [], C1: [], C2: [], C3: [], C4: [] },
  organisations: { C0: [], C1: [], C2: [], C3: [], C4: [] },
  localities: [],
};

/** All that the rules let the actor read today, in a fixed order, each id once. */
export const scopeOf = (actor: Actor, rules: AccessRules = accessRules): ReadScope => {
  const applying = rules.read.filter((rule) => holds(actor, rule.role));
  const reached = (relation: Relation, ids: (rule: ReadRule) => readonly Uuid[], dataClass?: DataClass) =>
    applying
      .filter((rule) => rule.relation === relation && (dataClass === undefined || rule.class === dataClass))
      .flatMap(ids);
  const self = actor.kind === 'person' ? [actor.id] : [];
  return {
    person: actor.kind === 'person' ? actor.id : null,
    people: byClass((dataClass) => [
      ...reached('self', () => self, dataClass),
      ...reached('assigned', () => actor.assignedPeople, dataClass),
    ]),
    organisations: byClass((dataClass) =>
      reached('ownOrganisation', (rule) => organisationsOf(actor, rule.role), dataClass),
    ),
    localities: distinct(reached('locality', (rule) => localitiesOf(actor, rule.role))),
  };
};

const byClass = (ids: (dataClass: DataClass) => readonly Uuid[]): Record<DataClass, Uuid[]> =>
  Object.fromEntries(dataClasses.map((dataClass) => [dataClass, distinct(ids(dataClass))])) as Record<
    DataClass,
    Uuid[]
  >;

const distinct = (ids: readonly Uuid[]): Uuid[] => [...new Set(ids)].sort();
