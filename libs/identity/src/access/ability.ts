import { subject, type Ability, type AbilityTuple } from '@casl/ability';
import { accessibleBy, createPrismaAbility } from '@casl/prisma/runtime';
import type { DataClass, Uuid } from '@alongside/kernel';
import { holds, localitiesOf, organisationsOf, type Actor, type Role } from './grant.js';
import { actingIn, reachesClass, sharedBy, type Target } from './relation.js';
import { accessRules, type AccessRules, type Area, type CommandRelation, type ReadRule } from './rules.js';

/** A column of a read model by its field's name in Prisma, and whether it holds one id or several. */
export interface ScopedField {
  readonly field: string;
  readonly many?: boolean;
}

/** A Prisma model, and whose each of its rows is: the same as its projection's `access`. */
export interface ScopedModel {
  /** The model's name in the Prisma schema. */
  readonly model: string;
  /** The class of its most sensitive field. */
  readonly class: DataClass;
  readonly organisations?: readonly ScopedField[];
  readonly people?: readonly ScopedField[];
  readonly localities?: readonly ScopedField[];
  /** The area in which its rows stand; what is shared by agreement goes by areas. */
  readonly area?: Area;
  /** Everybody who is signed in may read it. */
  readonly everyone?: true;
}

type Where = Readonly<Record<string, unknown>>;

export type AccessAbility = Ability<AbilityTuple>;

// Prisma's generated types are not known here, so the library's own cannot be met.
const prismaAbility = createPrismaAbility as unknown as (rules: readonly RawRule[]) => AccessAbility;
const accessible = accessibleBy as unknown as (
  ability: AccessAbility,
  action: string,
) => { ofType(model: string): Where };

interface RawRule {
  readonly action: string;
  readonly subject: string;
  readonly conditions?: Where;
}

/**
 * The rules as a CASL ability: `command` on an area, `read` on a data class, both on subjects made by `aboutTarget`,
 * and `read` on each of `models`. It answers exactly as `mayCommand` and `mayRead` do.
 */
export const abilityFor = (
  actor: Actor,
  models: readonly ScopedModel[] = [],
  rules: AccessRules = accessRules,
): AccessAbility => {
  return prismaAbility([
    ...rules.command.flatMap(({ role, area, relation }) =>
      ruleOf('command', area, conditionsOf(actingIn(actor, area), role, relation)),
    ),
    ...rules.read.flatMap((rule) =>
      readConditions(actor, rule).flatMap((conditions) => ruleOf('read', rule.class, conditions)),
    ),
    ...models.flatMap((model) => modelRules(actor, model, rules)),
  ]);
};

/** The target as a CASL subject of an area or data class. */
export const aboutTarget = (type: Area | DataClass, { organisations, localities, person, area }: Target) =>
  subject(type, {
    organisations: [...(organisations ?? [])],
    localities: [...(localities ?? [])],
    person: person ?? null,
    area: area ?? null,
  });

/**
 * The Prisma `where` that keeps to the rows of `model` that the ability lets be read; one that matches no row where it
 * lets none.
 */
export const readableRows = (ability: AccessAbility, model: ScopedModel): Where =>
  ability.can('read', model.model) ? accessible(ability, 'read').ofType(model.model) : noRows(model);

// An empty list under a field, because Prisma answers an empty `OR` inside other conditions with every row.
const noRows = ({ organisations = [], people = [], localities = [] }: ScopedModel): Where => {
  const column = [...organisations, ...people, ...localities][0];
  if (!column) return { OR: [] };
  return { [column.field]: column.many ? { hasSome: [] } : { in: [] } };
};

const ruleOf = (action: string, type: string, conditions: Where | undefined): readonly RawRule[] =>
  conditions
    ? [{ action, subject: type, ...(Object.keys(conditions).length > 0 ? { conditions } : {}) }]
    : [];

/** Conditions on a target; undefined where nothing can meet them. */
const conditionsOf = (actor: Actor, role: Role, relation: CommandRelation): Where | undefined => {
  if (!holds(actor, role)) return undefined;
  switch (relation) {
    case 'anything':
      return {};
    case 'everyone':
      return { organisations: { isEmpty: true }, localities: { isEmpty: true }, person: { equals: null } };
    case 'self':
    case 'assigned':
      return within('person', false, peopleOf(actor, relation));
    case 'ownOrganisation':
      return within('organisations', true, organisationsOf(actor, role));
    case 'locality':
      return within('localities', true, localitiesOf(actor, role));
  }
};

const readConditions = (actor: Actor, rule: ReadRule): readonly (Where | undefined)[] => {
  const { role, relation, class: dataClass } = rule;
  if (!reachesClass(actor, dataClass)) return [];
  if (relation === 'agreement')
    return sharedBy(actor, rule).flatMap(({ organisation, areas }) =>
      areas.length === 0
        ? []
        : [{ organisations: { hasSome: [organisation] }, area: { in: [...areas] } } as Where],
    );
  if (relation !== 'brokenGlass') return [conditionsOf(actor, role, relation)];
  const glass = actor.brokenGlass;
  if (!glass || !holds(actor, role) || !glass.classes.includes(dataClass)) return [];
  const organisations = { hasSome: [glass.organisation] };
  return glass.person === null
    ? [{ organisations }]
    : [
        { organisations, person: { equals: glass.person } },
        { organisations, person: { equals: null } },
      ];
};

const peopleOf = (actor: Actor, relation: 'self' | 'assigned'): readonly Uuid[] => {
  if (relation === 'assigned') return actor.assignedPeople;
  return actor.kind === 'person' ? [actor.id] : [];
};

const within = (field: string, many: boolean, ids: readonly Uuid[]): Where | undefined =>
  ids.length === 0 ? undefined : { [field]: many ? { hasSome: [...ids] } : { in: [...ids] } };

/**
 * A row shows as the database would show it: by organisation and person in the model's class, by locality in any class
 * (a row open to a whole locality says so in its projection), and to everybody where it is reference data. The people
 * whom somebody supervises show in the organisations where they do.
 */
const modelRules = (actor: Actor, model: ScopedModel, { read }: AccessRules): readonly RawRule[] => {
  const wheres = read
    .filter(({ role, class: dataClass }) => holds(actor, role) && reachesClass(actor, dataClass))
    .flatMap((rule): readonly (Where | undefined)[] => {
      const { role, relation, class: dataClass } = rule;
      if (relation === 'locality') return columns(model.localities, localitiesOf(actor, role));
      if (dataClass !== model.class) return [];
      if (relation === 'self') return columns(model.people, peopleOf(actor, 'self'));
      if (relation === 'ownOrganisation') return columns(model.organisations, organisationsOf(actor, role));
      if (relation === 'assigned') return assignedRows(actor, model);
      if (relation === 'agreement') return sharedRows(actor, model, rule);
      if (relation === 'brokenGlass') return emergencyRows(actor, model);
      return model.everyone ? [{}] : [];
    });
  return wheres.flatMap((conditions) => ruleOf('read', model.model, conditions));
};

const columns = (fields: readonly ScopedField[] = [], ids: readonly Uuid[]): readonly (Where | undefined)[] =>
  fields.map(({ field, many = false }) => within(field, many, ids));

const assignedRows = (actor: Actor, { people, organisations = [] }: ScopedModel): readonly Where[] => {
  const about = columns(people, peopleOf(actor, 'assigned')).filter((where) => where !== undefined);
  if (organisations.length === 0) return about;
  const assignedIn = [...organisationsOf(actor, 'supervisor'), ...(actor.assignedIn ?? [])];
  const where = columns(organisations, assignedIn).filter((one) => one !== undefined);
  return about.flatMap((person) => where.map((organisation) => ({ ...person, ...organisation })));
};

/** Of the organisations of a row, the first answers for it: what another takes part in is not that one's to share. */
const sharedRows = (
  actor: Actor,
  { area, organisations = [] }: ScopedModel,
  rule: ReadRule,
): readonly (Where | undefined)[] => {
  const owner = organisations[0];
  if (!owner || !area) return [];
  const shared = sharedBy(actor, rule).filter(
    ({ areas }) => areas.includes(area) || (area === 'people' && rule.class === 'C1' && areas.length > 0),
  );
  return columns(
    [owner],
    shared.map(({ organisation }) => organisation),
  );
};

const emergencyRows = (
  { brokenGlass }: Actor,
  { class: dataClass, organisations, people = [] }: ScopedModel,
) => {
  if (!brokenGlass?.classes.includes(dataClass)) return [];
  const rows = columns(organisations, [brokenGlass.organisation]).filter((where) => where !== undefined);
  const { person } = brokenGlass;
  if (person === null || people.length === 0) return rows;
  return rows.flatMap((row) => columns(people, [person]).map((about) => ({ ...row, ...about })));
};
