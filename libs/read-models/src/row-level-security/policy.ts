import { dataClasses, type DataClass } from '@alongside/kernel';
import { agreedKey, scopeSetting } from '@alongside/postgres';
import type { AnyProjection } from '@alongside/projections';
import pg from 'pg';

const identifier = pg.escapeIdentifier;

// Within a sub-select a setting is read once a statement, and only if it is needed: not once a row.
const setting = (name: string): string => `current_setting(${pg.escapeLiteral(name)}, true)`;
const list = (text: string): string => `(SELECT string_to_array(${text}, ',')::uuid[])`;
const ids = (name: string): string => list(setting(name));
const one = (name: string): string => `(SELECT nullif(${setting(name)}, '')::uuid)`;
const says = (name: string): string => `(SELECT ${setting(name)} = 'yes')`;
const today = `(SELECT nullif(${setting(scopeSetting.today)}, '')::date)`;
const agreed = (area: string, dataClass: DataClass): string =>
  list(
    `nullif(${setting(scopeSetting.agreed)}, '')::json ->> ${pg.escapeLiteral(agreedKey(area, dataClass))}`,
  );

interface IdColumn {
  readonly column: string;
  readonly list: boolean;
}

const columnsOf = (projection: AnyProjection, names: readonly string[] = []): readonly IdColumn[] =>
  names.map((name) => {
    const type = projection.columns[name];
    if (type !== 'uuid' && type !== 'uuid[]')
      throw new Error(
        `${projection.name}: access by ${name}, which is no column of ids of ${projection.table}`,
      );
    return { column: identifier(name), list: type === 'uuid[]' };
  });

const isOneOf = ({ column, list }: IdColumn, allowed: string): string =>
  list ? `${column} && ${allowed}` : `${column} = ANY (${allowed}::uuid[])`;

const isThe = ({ column, list }: IdColumn, wanted: string): string =>
  list ? `${wanted} = ANY (${column})` : `${column} = ${wanted}`;

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? conditions[0]! : `(${conditions.join(' OR ')})`;

/** Whoever is supervised shows as those know them for whom they are, whatever other organisations know. */
const assigned = (
  projection: AnyProjection,
  dataClass: DataClass,
  organisations: readonly IdColumn[],
): readonly string[] =>
  columnsOf(projection, projection.access.people).map((column) => {
    const about = isOneOf(column, ids(scopeSetting.people(dataClass)));
    if (organisations.length === 0) return about;
    return `(${about} AND ${anyOf(organisations.map((own) => isOneOf(own, ids(scopeSetting.assignedIn))))})`;
  });

/** The first of a row's organisations answers for it, and it alone can share it. */
const byAgreement = (
  { table, access }: AnyProjection,
  dataClass: DataClass,
  organisations: readonly IdColumn[],
): readonly string[] => {
  if (access.unshared) return [];
  const area = table.startsWith('role_boundaries.') ? 'boundaries' : table.split('.')[0]!;
  return organisations.slice(0, 1).map((column) => isOneOf(column, agreed(area, dataClass)));
};

const forClass = (projection: AnyProjection, dataClass: DataClass): readonly string[] => {
  const organisations = columnsOf(projection, projection.access.organisations);
  return [
    ...organisations.map((column) => isOneOf(column, ids(scopeSetting.organisations(dataClass)))),
    ...assigned(projection, dataClass, organisations),
    ...byAgreement(projection, dataClass, organisations),
  ];
};

const byClass = (projection: AnyProjection, column: string): readonly string[] => {
  if (projection.columns[column] !== 'text')
    throw new Error(
      `${projection.name}: ${column}, which shall hold each row's class, is no text column of ${projection.table}`,
    );
  return dataClasses.flatMap((dataClass) => {
    const conditions = forClass(projection, dataClass);
    return conditions.length === 0
      ? []
      : [`(${identifier(column)} = '${dataClass}' AND (${conditions.join(' OR ')}))`];
  });
};

const sharedWith = ({ access }: AnyProjection): readonly string[] => {
  if (!access.sharedWith) return [];
  const { organisation, role, person, from, to } = access.sharedWith;
  const where = (name: string): string => `${identifier(organisation)} = ANY (${ids(name)}::uuid[])`;
  const as = (held: string, condition: string): string =>
    `(coalesce(${identifier(role)}, '${held}') = '${held}' AND ${condition})`;
  const mine = `${identifier(person)} = ANY (${ids(scopeSetting.people('C2'))}::uuid[])`;
  return [
    `(${identifier(from)} <= ${today} AND (${identifier(to)} IS NULL OR ${today} < ${identifier(to)}) AND (${[
      as('organisationLead', where(scopeSetting.leads)),
      as('hr', where(scopeSetting.employs)),
      as('supervisor', `${where(scopeSetting.supervises)} AND ${mine}`),
    ].join(' OR ')}))`,
  ];
};

/** Under a limit to one person no row about anybody else shows. */
const aboutSomebodyElse = (projection: AnyProjection): readonly string[] => {
  const people = columnsOf(projection, projection.access.people);
  if (people.length === 0) return [];
  const about = one(scopeSetting.about);
  return [
    `${about} IS NOT NULL AND NOT coalesce(${people.map((column) => isThe(column, about)).join(' OR ')}, false)`,
  ];
};

/**
 * As a CASE, because the planner takes a policy of many ORs for one that hardly any row passes, and then reads all that
 * a list could show to sort it, where it could read the first page from an index in order.
 */
const decided = (hidden: readonly string[], shown: readonly string[]): string =>
  `CASE ${[
    ...hidden.map((condition) => `WHEN ${condition} THEN false`),
    ...shown.map((condition) => `WHEN ${condition} THEN true`),
  ].join(' ')} ELSE false END`;

/**
 * The rows of a projection's table that a reader may see, as SQL over the settings of its scope; undefined where no
 * reader may see any. A setting that is missing or empty lets nothing through.
 */
export const readPolicy = (projection: AnyProjection): string | undefined => {
  const { class: dataClass, classColumn, people, localities, everyone, operators } = projection.access;
  const reader = one(scopeSetting.person);
  const conditions = [
    ...(everyone ? [says(scopeSetting.signedIn)] : []),
    ...(operators ? [says(scopeSetting.operates)] : []),
    ...(classColumn === undefined ? forClass(projection, dataClass) : byClass(projection, classColumn)),
    ...sharedWith(projection),
    ...columnsOf(projection, people).map((column) => isThe(column, reader)),
    ...columnsOf(projection, localities).map((column) => isOneOf(column, ids(scopeSetting.localities))),
  ];
  return conditions.length === 0 ? undefined : decided(aboutSomebodyElse(projection), conditions);
};
