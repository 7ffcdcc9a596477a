import {
  abilityFor,
  areaOfSchema,
  readableRows,
  type ScopedField,
  type ScopedModel,
} from '@alongside/identity';
import type { AnyProjection } from '@alongside/projections';
import type { Act } from './act.js';

const fieldOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const area = (table: string): Pick<ScopedModel, 'area'> => {
  const found = areaOfSchema(table.split('.')[0]!);
  return found ? { area: found } : {};
};

/** A projection's table as Prisma names it, with whose each of its rows is: for `readable`. */
export const scopedModel = (model: string, { access, columns, table }: AnyProjection): ScopedModel => {
  const fields = (names: readonly string[] = []): readonly ScopedField[] =>
    names.map((name) => ({ field: fieldOf(name), many: columns[name]?.endsWith('[]') ?? false }));
  return {
    model,
    class: access.class,
    ...(access.unshared ? {} : area(table)),
    organisations: fields(access.organisations),
    people: fields(access.people),
    localities: fields(access.localities),
    ...(access.everyone ? { everyone: true } : {}),
  };
};

/**
 * The Prisma `where` of the rows of a model that the rules let the actor read: the first of two nets, above row-level
 * security. Put it beside the reader's own conditions with `AND`.
 */
export const readable = ({ actor }: Pick<Act, 'actor'>, model: ScopedModel): object =>
  readableRows(abilityFor(actor, [model]), model);
