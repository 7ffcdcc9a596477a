import { dataClasses, type DataClass } from '@alongside/kernel';
import { scopeSetting } from '@alongside/postgres';
import type { AnyProjection } from '@alongside/projections';
import pg from 'pg';

const identifier = pg.escapeIdentifier;

// Within a sub-select a setting is read once a statement, and only if it is needed: not once a row.
const setting = (name: string): string => `current_setting(${pg.escapeLiteral(name)}, true)`;
const ids = (name: string): string => `(SELECT string_to_array(${setting(name)}, ',')::uuid[])`;
const reader = `(SELECT nullif(${setting(scopeSetting.person)}, '')::uuid)`;
const signedIn = `(SELECT ${setting(scopeSetting.signedIn)} = 'yes')`;

const columnsOf = (projection: AnyProjection, names: readonly string[] = []) =>
  names.map((name) => {
    const type = projection.columns[name];
    if (type !== 'uuid' && type !== 'uuid[]')
      throw new Error(
        `${projection.name}: access by ${name}, which is no column of ids of ${projection.table}`,
      );
    return { column: identifier(name), list: type === 'uuid[]' };
  });

const isOneOf = ({ column, list }: { column: string; list: boolean }, allowed: string): string =>
  list ? `${column} && ${allowed}` : `${column} = ANY (${allowed}::uuid[])`;

const isReader = ({ column, list }: { column: string; list: boolean }): string =>
  list ? `${reader} = ANY (${column})` : `${column} = ${reader}`;

const forClass = (projection: AnyProjection, dataClass: DataClass): readonly string[] => {
  const { organisations, people } = projection.access;
  return [
    ...columnsOf(projection, organisations).map((column) =>
      isOneOf(column, ids(scopeSetting.organisations(dataClass))),
    ),
    ...columnsOf(projection, people).map((column) => isOneOf(column, ids(scopeSetting.people(dataClass)))),
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

/**
 * The rows of a projection's table that a reader may see, as SQL over the settings of its scope; undefined where no
 * reader may see any. A setting that is missing or empty lets nothing through.
 */
export const readPolicy = (projection: AnyProjection): string | undefined => {
  const { class: dataClass, classColumn, people, localities, everyone } = projection.access;
  const conditions = [
    ...(everyone ? [signedIn] : []),
    ...(classColumn === undefined ? forClass(projection, dataClass) : byClass(projection, classColumn)),
    ...columnsOf(projection, people).map(isReader),
    ...columnsOf(projection, localities).map((column) => isOneOf(column, ids(scopeSetting.localities))),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' OR ');
};
