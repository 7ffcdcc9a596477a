import { dataClasses, type CalendarDate, type DataClass, type Uuid } from '@alongside/kernel';

/** Roles that something can be shared with, or that are asked for by name. */
export type ScopeRole = 'organisationLead' | 'hr' | 'supervisor' | 'auditor';

/** Whose data may be read, class by class. Made from the actor's rights; a read without one sees nothing. */
export interface ReadScope {
  /** Who reads; null for a client that acts for nobody in particular. */
  readonly person: Uuid | null;
  /** Other people whose data of the class may be read, as far as the organisations of `assignedIn` know of them. */
  readonly people: Readonly<Record<DataClass, readonly Uuid[]>>;
  /** Organisations whose data of the class may be read. */
  readonly organisations: Readonly<Record<DataClass, readonly Uuid[]>>;
  readonly localities: readonly Uuid[];
  /** Organisations that share by agreement, by `agreedKey`. */
  readonly agreed: Readonly<Record<string, readonly Uuid[]>>;
  /** Organisations in which the reader holds each role. */
  readonly roles: Readonly<Record<ScopeRole, readonly Uuid[]>>;
  /** Where the reader supervises, and whoever employs those supervised. */
  readonly assignedIn: readonly Uuid[];
  /** Whether the reader operates the deployment. */
  readonly operates: boolean;
  /** Keeps every row about people to this one; null: no such limit. */
  readonly about: Uuid | null;
  /** The day on which what is shared must hold; null: nothing that is shared for a time is seen. */
  readonly today: CalendarDate | null;
}

/** The name under which a scope holds what agreements share of an area and class. */
export const agreedKey = (area: string, dataClass: DataClass): string => `${area}.${dataClass}`;

const none: Readonly<Record<DataClass, readonly Uuid[]>> = { C0: [], C1: [], C2: [], C3: [], C4: [] };

/** A reader who may see reference data and nothing else. */
export const emptyScope: ReadScope = {
  person: null,
  people: none,
  organisations: none,
  localities: [],
  agreed: {},
  roles: { organisationLead: [], hr: [], supervisor: [], auditor: [] },
  assignedIn: [],
  operates: false,
  about: null,
  today: null,
};

/** Names of the transaction's settings that row-level security policies read. */
export const scopeSetting = {
  signedIn: 'alongside.signed_in',
  person: 'alongside.person',
  localities: 'alongside.localities',
  organisations: (dataClass: DataClass) => `alongside.organisations_${dataClass.toLowerCase()}`,
  people: (dataClass: DataClass) => `alongside.people_${dataClass.toLowerCase()}`,
  /** JSON: lists of ids by `agreedKey`. */
  agreed: 'alongside.agreed',
  leads: 'alongside.leads',
  employs: 'alongside.employs',
  supervises: 'alongside.supervises',
  audits: 'alongside.audits',
  assignedIn: 'alongside.assigned_in',
  operates: 'alongside.operates',
  about: 'alongside.about',
  today: 'alongside.today',
} as const;

const names: readonly string[] = [
  scopeSetting.signedIn,
  scopeSetting.person,
  scopeSetting.localities,
  ...dataClasses.map(scopeSetting.organisations),
  ...dataClasses.map(scopeSetting.people),
  scopeSetting.agreed,
  scopeSetting.leads,
  scopeSetting.employs,
  scopeSetting.supervises,
  scopeSetting.audits,
  scopeSetting.assignedIn,
  scopeSetting.operates,
  scopeSetting.about,
  scopeSetting.today,
];

const agreedText = (agreed: ReadScope['agreed']): string =>
  Object.keys(agreed).length === 0
    ? ''
    : JSON.stringify(Object.fromEntries(Object.entries(agreed).map(([key, ids]) => [key, ids.join(',')])));

const values = (scope: ReadScope): readonly string[] => [
  'yes',
  scope.person ?? '',
  scope.localities.join(','),
  ...dataClasses.map((dataClass) => scope.organisations[dataClass].join(',')),
  ...dataClasses.map((dataClass) => scope.people[dataClass].join(',')),
  agreedText(scope.agreed),
  scope.roles.organisationLead.join(','),
  scope.roles.hr.join(','),
  scope.roles.supervisor.join(','),
  scope.roles.auditor.join(','),
  scope.assignedIn.join(','),
  scope.operates ? 'yes' : '',
  scope.about ?? '',
  scope.today ?? '',
];

// One column for all, none of which is null: what it answers is of no use, and costs to carry.
const text = `SELECT true WHERE ${names
  .map((name, index) => `set_config('${name}', $${index + 1}, true) IS NOT NULL`)
  .join(' AND ')}`;

/**
 * The statement that gives a transaction its scope. Every setting is set each time, so that nothing of an earlier
 * reader stays, and each ends with the transaction.
 */
export const scopeStatement = (scope: ReadScope) => ({
  name: 'alongside_scope',
  text,
  values: [...values(scope)],
});
