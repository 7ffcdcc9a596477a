import { dataClasses, type DataClass, type Uuid } from '@alongside/kernel';

/** Whose data may be read, class by class. Made from the actor's rights; a read without one sees nothing. */
export interface ReadScope {
  /** Who reads; null for a client that acts for nobody in particular. */
  readonly person: Uuid | null;
  /** Other people whose data of the class may be read. */
  readonly people: Readonly<Record<DataClass, readonly Uuid[]>>;
  /** Organisations whose data of the class may be read. */
  readonly organisations: Readonly<Record<DataClass, readonly Uuid[]>>;
  readonly localities: readonly Uuid[];
}

const none: Readonly<Record<DataClass, readonly Uuid[]>> = { C0: [], C1: [], C2: [], C3: [], C4: [] };

/** A reader who may see reference data and nothing else. */
export const emptyScope: ReadScope = { person: null, people: none, organisations: none, localities: [] };

/** Names of the transaction's settings that row-level security policies read. */
export const scopeSetting = {
  signedIn: 'alongside.signed_in',
  person: 'alongside.person',
  localities: 'alongside.localities',
  organisations: (dataClass: DataClass) => `alongside.organisations_${dataClass.toLowerCase()}`,
  people: (dataClass: DataClass) => `alongside.people_${dataClass.toLowerCase()}`,
} as const;

const names: readonly string[] = [
  scopeSetting.signedIn,
  scopeSetting.person,
  scopeSetting.localities,
  ...dataClasses.map(scopeSetting.organisations),
  ...dataClasses.map(scopeSetting.people),
];

const values = (scope: ReadScope): readonly string[] => [
  'yes',
  scope.person ?? '',
  scope.localities.join(','),
  ...dataClasses.map((dataClass) => scope.organisations[dataClass].join(',')),
  ...dataClasses.map((dataClass) => scope.people[dataClass].join(',')),
];

const text = `SELECT ${names.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`;

/**
 * The statement that gives a transaction its scope. Every setting is set each time, so that nothing of an earlier
 * reader stays, and each ends with the transaction.
 */
export const scopeStatement = (scope: ReadScope) => ({
  name: 'alongside_scope',
  text,
  values: [...values(scope)],
});
