import {
  accessRules,
  type AccessRules,
  type Actor,
  type Area,
  type ReadRule,
  type Relation,
  type Role,
} from '@alongside/identity';
import type { DataClass, Uuid } from '@alongside/kernel';
import type { AnyProjection } from '@alongside/projections';

/** A row of a read model as PostgreSQL gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Whose a row is. */
interface Whose {
  readonly class: DataClass;
  readonly area: Area | undefined;
  readonly hasOrganisations: boolean;
  readonly organisations: readonly Uuid[];
  /** Of its organisations the one that answers for it. */
  readonly owner: readonly Uuid[];
  readonly people: readonly Uuid[];
  readonly localities: readonly Uuid[];
}

const meet = (some: readonly Uuid[], others: readonly Uuid[]): boolean =>
  some.some((id) => others.includes(id));

const idsIn = (row: Row, columns: readonly string[] = []): readonly Uuid[] =>
  columns.flatMap((column) => (row[column] ?? []) as Uuid | Uuid[]);

/** Agreements name areas; the records of an area stand in the schema of its name. */
const areaOf: Readonly<Record<string, Area>> = {
  people: 'people',
  framework: 'framework',
  recruitment: 'recruitment',
  training: 'training',
  employment: 'employment',
  supervision: 'supervision',
  role_boundaries: 'boundaries',
};

const whose = ({ access, table }: AnyProjection, row: Row, dataClass?: DataClass): Whose => ({
  class: dataClass ?? (access.classColumn ? (row[access.classColumn] as DataClass) : access.class),
  area: access.unshared ? undefined : areaOf[table.split('.')[0]!],
  hasOrganisations: (access.organisations ?? []).length > 0,
  organisations: idsIn(row, access.organisations),
  owner: idsIn(row, access.organisations?.slice(0, 1)),
  people: idsIn(row, access.people),
  localities: idsIn(row, access.localities),
});

const rolesHeld = ({ kind, grants, today }: Actor, role: Role) =>
  grants.filter(
    (grant) =>
      grant.role === role &&
      grant.from <= today &&
      (grant.to === null || today < grant.to) &&
      (role === 'integration') === (kind === 'client'),
  );

const holdsRole = (actor: Actor, role: Role): boolean =>
  (role === 'peerWorker' && actor.kind === 'person') || rolesHeld(actor, role).length > 0;

const whereHeld = (actor: Actor, role: Role): readonly Uuid[] =>
  rolesHeld(actor, role).flatMap(({ scope }) => (scope.kind === 'organisation' ? [scope.id] : []));

const localitiesThrough = (actor: Actor, role: Role): readonly Uuid[] =>
  rolesHeld(actor, role).flatMap(({ scope, localities = [] }) =>
    scope.kind === 'locality' ? [scope.id, ...localities] : localities,
  );

const relates: Readonly<Record<Relation, (actor: Actor, rule: ReadRule, row: Whose) => boolean>> = {
  // What is there for everybody says so in its projection.
  everyone: () => false,
  self: (actor, _, { people }) => actor.kind === 'person' && people.includes(actor.id),
  ownOrganisation: (actor, { role }, { organisations }) => meet(organisations, whereHeld(actor, role)),
  locality: (actor, { role }, { localities }) => meet(localities, localitiesThrough(actor, role)),
  // Whoever supervises sees what those know for whom they do.
  assigned: (actor, { role }, { people, hasOrganisations, organisations }) =>
    meet(people, actor.assignedPeople) &&
    (!hasOrganisations || meet(organisations, [...whereHeld(actor, role), ...(actor.assignedIn ?? [])])),
  agreement: (actor, { role, areas, class: dataClass }, { owner, area }) =>
    (actor.sharings ?? []).some((sharing) => {
      const shared = sharing.areas.filter((one) => areas?.includes(one) ?? true);
      return (
        sharing.role === role &&
        sharing.classes.includes(dataClass) &&
        owner.includes(sharing.organisation) &&
        area !== undefined &&
        // The names of those whose records are shared go with them.
        (shared.includes(area) || (area === 'people' && dataClass === 'C1' && shared.length > 0))
      );
    }),
  brokenGlass: ({ brokenGlass }, { class: dataClass }, { organisations }) =>
    brokenGlass !== undefined &&
    brokenGlass.classes.includes(dataClass) &&
    organisations.includes(brokenGlass.organisation),
};

/** A row that is open to a locality is so whatever its class. */
const isOf = ({ relation, class: dataClass }: ReadRule, row: Whose): boolean =>
  relation === 'locality' || dataClass === row.class;

/** Whether a rule of reading opens the row to the actor. */
const byRule = (actor: Actor, rule: ReadRule, row: Whose): boolean =>
  holdsRole(actor, rule.role) &&
  (actor.limits === undefined || actor.limits.classes.includes(rule.class)) &&
  isOf(rule, row) &&
  relates[rule.relation](actor, rule, row);

const sharing = ['organisationLead', 'hr', 'supervisor'] as const;

/** Whether the person concerned shares the row with the actor, today. */
const byTheirWish = (actor: Actor, { access }: AnyProjection, row: Row): boolean => {
  if (!access.sharedWith) return false;
  const { organisation, role, person, from, to } = access.sharedWith;
  const [first, last] = [row[from] as string, row[to] as string | null];
  if (first > actor.today || (last !== null && last <= actor.today)) return false;
  return sharing
    .filter((held) => row[role] === null || row[role] === held)
    .filter((held) => held !== 'supervisor' || actor.assignedPeople.includes(row[person] as Uuid))
    .some((held) => whereHeld(actor, held).includes(row[organisation] as Uuid));
};

export interface Asked {
  /** Of a value that stands in the row; the row's own where absent. */
  readonly class?: DataClass;
  readonly rules?: AccessRules;
}

/**
 * Whether somebody may see a row of a projection's table, by the rules and the projection's `access` alone. An actor of
 * null is whoever has signed in and is nobody in particular.
 */
export const maySee = (
  actor: Actor | null,
  projection: AnyProjection,
  row: Row,
  { class: dataClass, rules = accessRules }: Asked = {},
): boolean => {
  const { everyone, operators, people } = projection.access;
  if (actor === null) return everyone === true;
  const about = whose(projection, row, dataClass);
  const limit = actor.brokenGlass?.person;
  if (limit && people?.length && !about.people.includes(limit)) return false;
  return (
    everyone === true ||
    (operators === true && holdsRole(actor, 'operator')) ||
    rules.read.some((rule) => byRule(actor, rule, about)) ||
    byTheirWish(actor, projection, row)
  );
};
