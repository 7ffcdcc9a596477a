import { dataClasses, type DataClass, type Uuid } from '@alongside/kernel';
import { agreedKey, type ReadScope } from '@alongside/postgres';
import { holds, localitiesOf, organisationsOf, type Actor } from './grant.js';
import { reachesClass, sharedBy } from './relation.js';
import { accessRules, type AccessRules, type Area, type ReadRule, type Relation } from './rules.js';

/**
 * All that the rules let the actor read today, as the database is told it: each id once, in a fixed order. The actor is
 * also among the people of each class that is open to them about themselves.
 */
export const scopeOf = (actor: Actor, rules: AccessRules = accessRules): ReadScope => {
  const applying = rules.read.filter((rule) => holds(actor, rule.role) && reachesClass(actor, rule.class));
  const reached = (relation: Relation, ids: (rule: ReadRule) => readonly Uuid[], dataClass?: DataClass) =>
    applying
      .filter((rule) => rule.relation === relation && (dataClass === undefined || rule.class === dataClass))
      .flatMap(ids);
  const self = actor.kind === 'person' ? [actor.id] : [];
  const glass = actor.brokenGlass;
  return {
    person: actor.kind === 'person' ? actor.id : null,
    people: byClass((dataClass) => [
      ...reached('self', () => self, dataClass),
      ...reached('assigned', () => actor.assignedPeople, dataClass),
    ]),
    organisations: byClass((dataClass) => [
      ...reached('ownOrganisation', (rule) => organisationsOf(actor, rule.role), dataClass),
      ...reached(
        'brokenGlass',
        () => (glass?.classes.includes(dataClass) ? [glass.organisation] : []),
        dataClass,
      ),
    ]),
    localities: distinct(reached('locality', (rule) => localitiesOf(actor, rule.role))),
    agreed: agreedBy(
      actor,
      applying.filter(({ relation }) => relation === 'agreement'),
    ),
    roles: {
      organisationLead: distinct(organisationsOf(actor, 'organisationLead')),
      hr: distinct(organisationsOf(actor, 'hr')),
      supervisor: distinct(organisationsOf(actor, 'supervisor')),
      auditor: distinct(organisationsOf(actor, 'auditor')),
    },
    assignedIn: holds(actor, 'supervisor')
      ? distinct([...organisationsOf(actor, 'supervisor'), ...(actor.assignedIn ?? [])])
      : [],
    operates: holds(actor, 'operator'),
    about: glass?.person ?? null,
    today: actor.today,
  };
};

/**
 * The organisations whose records of an area and class may be read: those of the actor's own, and those that share them
 * by agreement. For reading alone: nobody acts on what is shared with them.
 */
export const readableOrganisations = (
  { organisations, agreed }: Pick<ReadScope, 'organisations' | 'agreed'>,
  area: Area,
  dataClass: DataClass,
): Uuid[] => distinct([...organisations[dataClass], ...(agreed[agreedKey(area, dataClass)] ?? [])]);

const byClass = (ids: (dataClass: DataClass) => readonly Uuid[]): Record<DataClass, Uuid[]> =>
  Object.fromEntries(dataClasses.map((dataClass) => [dataClass, distinct(ids(dataClass))])) as Record<
    DataClass,
    Uuid[]
  >;

/** Work contacts go with whatever is shared: they say of whom it is. */
const agreedBy = (actor: Actor, rules: readonly ReadRule[]): ReadScope['agreed'] => {
  const agreed = new Map<string, Uuid[]>();
  for (const rule of rules)
    for (const { organisation, areas } of sharedBy(actor, rule))
      for (const area of rule.class === 'C1' && areas.length > 0 ? [...areas, 'people' as const] : areas) {
        const key = agreedKey(area, rule.class);
        agreed.set(key, distinct([...(agreed.get(key) ?? []), organisation]));
      }
  return Object.fromEntries([...agreed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const distinct = (ids: readonly Uuid[]): Uuid[] => [...new Set(ids)].sort();
