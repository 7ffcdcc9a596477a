import type { DataClass } from '@alongside/kernel';
import type { Area } from './areas.js';
import type { Role } from './grant.js';

export { areas, type Area } from './areas.js';

/**
 * How what is asked for must stand to whoever asks. `everyone` is what is there for everybody, because it belongs to no
 * organisation, locality or person: the tasks of boundaries, a pay scale. `agreement` is what another organisation shares
 * by a data-sharing agreement, within its areas and classes; `brokenGlass` what was opened in an emergency.
 */
export const relations = [
  'ownOrganisation',
  'self',
  'assigned',
  'locality',
  'everyone',
  'agreement',
  'brokenGlass',
] as const;
export type Relation = (typeof relations)[number];

/** `anything`, whosever it is. No rule of reading has it. */
export type CommandRelation = Exclude<Relation, 'agreement' | 'brokenGlass'> | 'anything';

export interface ReadRule {
  readonly role: Role;
  readonly class: DataClass;
  readonly relation: Relation;
  /** The areas that it keeps to, of `agreement`; all that the agreement names where absent. */
  readonly areas?: readonly Area[];
  readonly purpose: string;
}

export interface CommandRule {
  readonly role: Role;
  readonly area: Area;
  readonly relation: CommandRelation;
  readonly purpose: string;
}

export interface AccessRules {
  readonly read: readonly ReadRule[];
  readonly command: readonly CommandRule[];
}

const read = (
  role: Role,
  relation: Relation,
  purpose: string,
  ...classes: readonly DataClass[]
): readonly ReadRule[] => classes.map((dataClass) => ({ role, class: dataClass, relation, purpose }));

const command = (
  role: Role,
  relation: CommandRelation,
  purpose: string,
  ...inAreas: readonly Area[]
): readonly CommandRule[] => inAreas.map((area) => ({ role, area, relation, purpose }));

const shared = (
  role: Role,
  areas: readonly Area[] | undefined,
  purpose: string,
  ...classes: readonly DataClass[]
): readonly ReadRule[] =>
  read(role, 'agreement', purpose, ...classes).map((rule) => (areas ? { ...rule, areas } : rule));

/**
 * Who may read and do what: the one source of abilities, of what the database shows, of field checks and of the tests
 * of all of these. What no rule allows is refused. A rule needs the role to be held today; `self` and `everyone` of
 * `peerWorker` hold for every person.
 */
export const accessRules: AccessRules = {
  read: [
    ...read('peerWorker', 'everyone', 'what is published to everybody', 'C0'),
    ...read('peerWorker', 'self', "all that is one's own", 'C0', 'C1', 'C2', 'C3', 'C4'),
    ...read('peerWorker', 'locality', 'the shared framework', 'C0'),

    ...read('supervisor', 'assigned', 'supervising the people assigned', 'C1', 'C2'),
    ...read('supervisor', 'ownOrganisation', 'the organisation in figures', 'C0'),
    ...read('supervisor', 'locality', 'the shared framework', 'C0'),

    ...read('hr', 'ownOrganisation', "employing the organisation's people", 'C0', 'C1', 'C2'),
    ...read('hr', 'ownOrganisation', 'employment checks: the decision alone', 'C4'),
    ...read('hr', 'locality', 'the shared framework', 'C0'),
    ...shared('hr', undefined, 'what another organisation shares by agreement', 'C1', 'C2'),

    ...read('organisationLead', 'ownOrganisation', 'answering for the organisation', 'C0', 'C1', 'C2'),
    ...read('organisationLead', 'ownOrganisation', 'employment checks: the decision alone', 'C4'),
    ...read('organisationLead', 'locality', 'the shared framework', 'C0'),
    ...shared('organisationLead', undefined, 'what another organisation shares by agreement', 'C1', 'C2'),

    ...read('frameworkLead', 'locality', 'the shared framework and suppressed figures', 'C0'),
    ...shared('frameworkLead', ['training'], 'competence status where an agreement covers it', 'C2'),

    ...read('auditor', 'ownOrganisation', 'auditing what was recorded', 'C0', 'C2'),
    ...read('auditor', 'locality', 'auditing the shared framework', 'C0'),

    ...read('operator', 'brokenGlass', 'an emergency that a second person agreed to', 'C1', 'C2', 'C3', 'C4'),

    ...read('integration', 'everyone', 'what is published to everybody', 'C0'),
    ...read('integration', 'ownOrganisation', "keeping the organisation's own systems", 'C0', 'C1', 'C2'),
  ],
  command: [
    ...command('operator', 'anything', 'setting up localities and first appointments', 'partners'),
    ...command('operator', 'anything', 'first logins, and logins that must be given anew', 'logins'),
    ...command('operator', 'anything', "registering organisations' own systems", 'integrations'),
    ...command('operator', 'anything', 'emergencies, with a second person', 'breakGlass'),
    ...command('operator', 'everyone', 'national tables such as pay scales', 'employment', 'training'),

    ...command('frameworkLead', 'locality', 'leading the framework', 'partners', 'framework', 'training'),
    ...command('frameworkLead', 'locality', 'sharing among the partners of the locality', 'agreements'),
    ...command(
      'frameworkLead',
      'everyone',
      'courses and frameworks of no one locality',
      'framework',
      'training',
    ),

    ...command(
      'organisationLead',
      'ownOrganisation',
      'answering for the organisation',
      'partners',
      'people',
      'framework',
      'recruitment',
      'training',
      'employment',
      'supervision',
      'boundaries',
      'agreements',
      'delegations',
      'integrations',
    ),
    ...command('organisationLead', 'ownOrganisation', 'first logins of the people it registered', 'logins'),
    ...command('organisationLead', 'ownOrganisation', 'agreeing to an emergency, or not', 'breakGlass'),
    ...command(
      'hr',
      'ownOrganisation',
      "employing the organisation's people",
      'people',
      'recruitment',
      'training',
      'employment',
      'supervision',
      'boundaries',
    ),
    ...command('hr', 'ownOrganisation', 'first logins of the people it registered', 'logins'),
    ...command('supervisor', 'assigned', 'supervising the people assigned', 'supervision', 'boundaries'),
    ...command(
      'peerWorker',
      'self',
      "one's own record, boundaries and passport",
      'people',
      'training',
      'boundaries',
    ),
    ...command('peerWorker', 'self', 'lending a role that one holds', 'delegations'),
    ...command('peerWorker', 'self', 'a voice and a vote in a framework group', 'framework'),
    ...command(
      'integration',
      'ownOrganisation',
      "keeping the organisation's own systems",
      'people',
      'recruitment',
      'training',
      'employment',
    ),
  ],
};
