/** The parts of the program in which commands are given, and in which records stand. */
export const areas = [
  'partners',
  'people',
  'logins',
  'framework',
  'recruitment',
  'training',
  'employment',
  'supervision',
  'boundaries',
  'agreements',
  'delegations',
  'integrations',
  'breakGlass',
] as const;
export type Area = (typeof areas)[number];

/** The area whose records stand in a schema of the database. */
export const areaOfSchema = (schema: string): Area | undefined =>
  areas.find((area) => area === (schema === 'role_boundaries' ? 'boundaries' : schema));
