import { dataClasses } from '@alongside/kernel';
import { roles } from './grant.js';
import { accessRules, areas, type AccessRules, type CommandRelation, type Relation } from './rules.js';

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

interface Cell {
  readonly relation: CommandRelation | Relation;
  readonly purpose: string;
}

const cell = (rules: readonly Cell[]): string =>
  rules.map(({ relation, purpose }) => `${phrases[relation]} (${purpose})`).join('; ') || '–';

const table = (
  columns: readonly string[],
  cellOf: (role: string, column: string) => readonly Cell[],
): string =>
  [
    `| role | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...roles.map(
      (role) => `| ${role} | ${columns.map((column) => cell(cellOf(role, column))).join(' | ')} |`,
    ),
  ].join('\n');

/** The rules as two tables of Markdown: what each role may read, by class, and command, by area. */
export const printMatrix = (rules: AccessRules = accessRules): string =>
  [
    '### May read',
    '',
    table(dataClasses, (role, dataClass) =>
      rules.read.filter((rule) => rule.role === role && rule.class === dataClass),
    ),
    '',
    '### May command',
    '',
    table(areas, (role, area) => rules.command.filter((rule) => rule.role === role && rule.area === area)),
    '',
  ].join('\n');
