import { dataClasses, type DataClass, type Uuid } from '@alongside/kernel';
import type { ReadScope } from '@alongside/postgres';
import { holds, localitiesOf, organisationsOf, type Actor } from './grant.js';
import { accessRules, type AccessRules, type ReadRule, type Relation } from './rules.js';

/**
 * All that the rules let the actor read today, as the database is told it: each id once, in a fixed order. The actor is
 * also among the people of each class that is open to them about themselves.
 */
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
