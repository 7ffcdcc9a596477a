import { searchable } from '../projections/name-cards/name-cards.projection.js';

/** A pattern of LIKE for each word of a name that is looked for; none where there is nothing to look for. */
export const patternsOf = (name: string | null | undefined): readonly string[] =>
  searchable(name ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
