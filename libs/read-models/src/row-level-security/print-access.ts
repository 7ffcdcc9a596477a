import type { AnyProjection, TableAccess } from '@alongside/projections';

const columns = (what: string, names: readonly string[] = []): readonly string[] =>
  names.length === 0 ? [] : [`${what} ${names.map((name) => `\`${name}\``).join(', ')}`];

const shows = (access: TableAccess): string => {
  const { organisations, people, localities, everyone, operators, sharedWith, unshared } = access;
  const ways = [
    ...(everyone ? ['everybody signed in'] : []),
    ...(operators ? ['operators'] : []),
    ...columns('organisations', organisations),
    ...columns('people', people),
    ...columns('localities', localities),
    ...(sharedWith
      ? columns('shared with', [
          sharedWith.organisation,
          sharedWith.role,
          sharedWith.person,
          sharedWith.from,
          sharedWith.to,
        ])
      : []),
    ...(unshared ? ['never by agreement'] : []),
  ];
  return ways.join('; ') || 'nobody';
};

/** One row for each read model, in the order of their tables: its class, and the columns that say whose a row is. */
export const printAccess = (projections: readonly AnyProjection[]): string =>
  [
    '| table | class | whose rows are |',
    '|---|---|---|',
    ...projections
      .toSorted((a, b) => (a.table < b.table ? -1 : 1))
      .map(({ table, access }) => {
        const { class: dataClass, classColumn, counted } = access;
        const counts = counted ? '; counted' : '';
        const ownClass = classColumn ? `\`${classColumn}\`, else ${dataClass}` : dataClass;
        return `| \`${table}\` | ${ownClass} | ${shows(access)}${counts} |`;
      }),
    '',
  ].join('\n');
