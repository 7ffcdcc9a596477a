/**
 * SQL of the organisations for whose records one answers on a day: itself and all that have merged into it by then, at
 * any remove; none once it has merged itself. An array, worked out once a statement. Arguments are SQL.
 */
export const answeringFor = (organisation: string, day: string): string =>
  `((SELECT localities.answering_for((${organisation})::uuid, (${day})::date))::uuid[])`;

/**
 * SQL of the organisation that answers for the records of another on a day: itself until it merged, then its successor,
 * at any remove. Arguments are SQL.
 */
export const successorOn = (organisation: string, day: string): string =>
  `localities.successor_on((${organisation})::uuid, (${day})::date)`;

/** SQL of the name that an organisation bore on a day. Arguments are SQL. */
export const organisationNameOn = (organisation: string, day: string): string =>
  `localities.name_on((${organisation})::uuid, (${day})::date)`;
