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

/** In these areas rights are given that go on by themselves: whoever borrows a role gives none. */
export const areasNotLent: readonly Area[] = ['logins', 'agreements', 'delegations', 'integrations'];

/** The area whose records stand in a schema of the database. */
export const areaOfSchema = (schema: string): Area | undefined =>
  areas.find((area) => area === (schema === 'role_boundaries' ? 'boundaries' : schema));
