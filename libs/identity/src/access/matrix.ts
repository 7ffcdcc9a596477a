import { dataClasses } from '@alongside/kernel';
import { roles } from './grant.js';
import {
  accessRules,
  areas,
  type AccessRules,
  type Area,
  type CommandRelation,
  type Relation,
} from './rules.js';

const phrases: Readonly<Record<CommandRelation | Relation, string>> = {
  ownOrganisation: 'own organisation',
  self: 'self',
  assigned: 'assigned people',
  locality: 'locality',
  everyone: 'there for everybody',
  anything: 'anything',
  agreement: 'shared by agreement',
  brokenGlass: 'under a break-glass',
};

interface Rule {
  readonly role: string;
  readonly relation: CommandRelation | Relation;
  readonly areas?: readonly Area[];
  readonly purpose: string;
}

const whose = ({ relation, areas: kept }: Rule): string =>
  kept ? `${phrases[relation]}, ${kept.join(' and ')} alone` : phrases[relation];

const cell = (rules: readonly Rule[]): string => rules.map(whose).join('; ') || '–';

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What each rule is for: rules that differ in what they open alone are said together. */
const reasons = <Kind extends Rule>(rules: readonly Kind[], opens: (rule: Kind) => string): string => {
  const groups = new Map<string, { readonly rule: Kind; readonly opened: string[] }>();
  for (const rule of rules) {
    const key = `${rule.role}|${whose(rule)}|${rule.purpose}`;
    const group = groups.get(key) ?? { rule, opened: [] };
    group.opened.push(opens(rule));
    groups.set(key, group);
  }
  return table(
    ['role', 'whose', 'what', 'for what'],
    [...groups.values()].map(({ rule, opened }) => [rule.role, whose(rule), opened.join(', '), rule.purpose]),
  );
};

/** The rules as tables of Markdown: who may read which class and give commands in which area, of whose, and for what. */
export const printMatrix = ({ read, command }: AccessRules = accessRules): string =>
  [
    '## May read, by class',
    '',
    table(
      ['role', ...dataClasses],
      roles.map((role) => [
        role,
        ...dataClasses.map((dataClass) =>
          cell(read.filter((rule) => rule.role === role && rule.class === dataClass)),
        ),
      ]),
    ),
    '',
    '## Why they may read it',
    '',
    reasons(read, (rule) => rule.class),
    '',
    '## May command, by area',
    '',
    table(
      ['area', ...roles],
      areas.map((area) => [
        area,
        ...roles.map((role) => cell(command.filter((rule) => rule.role === role && rule.area === area))),
      ]),
    ),
    '',
    '## Why they may do it',
    '',
    reasons(command, (rule) => rule.area),
    '',
  ].join('\n');
