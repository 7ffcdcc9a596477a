import { accessRules } from '@alongside/identity/access';
import type { Role } from '../../contracts.js';
import type { Basis } from '../../projections/access-grants/access-grant.row.js';

/** On what somebody's access rests, with names where they may be seen. */
export interface Ground {
  readonly basis: Basis | 'engagement' | 'application';
  readonly holderKind: string;
  readonly holderName: string | null;
  readonly organisationName: string | null;
  readonly role: Role | null;
  readonly areas: readonly string[];
  /** Whom the access is limited to, where that is one person. */
  readonly personName: string | null;
}

const roles: Readonly<Record<Role, string>> = {
  frameworkLead: 'framework lead',
  organisationLead: 'lead',
  hr: 'HR',
  supervisor: 'supervisor',
  peerWorker: 'peer worker',
  integration: 'system',
  auditor: 'auditor',
  operator: 'operator',
};

const somebody: Readonly<Record<string, string>> = {
  organisation: 'Another organisation',
  locality: 'a locality',
  client: 'The organisation’s own system',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

/** What those who lead a framework see of what is shared with their locality: no more than the rules let them. */
const seenByLocality =
  accessRules.read.find(({ role, relation }) => role === 'frameworkLead' && relation === 'agreement')
    ?.areas ?? [];

/** The areas of what is shared that whoever receives it can see. */
export const areasSeen = (holderKind: string, areas: readonly string[]): readonly string[] =>
  holderKind === 'locality' ? areas.filter((area) => seenByLocality.some((seen) => seen === area)) : areas;

const byAgreement = ({ holderKind, areas }: Ground, who: string, where: string): string => {
  const seen = listed(areasSeen(holderKind, areas));
  return holderKind === 'locality'
    ? `Those who lead the framework of ${who} see ${seen || 'no'} records of ${where} by a data-sharing agreement.`
    : `${who} sees ${seen} records of ${where} by a data-sharing agreement.`;
};

/** Why somebody can see records, in a sentence for whoever they are about. */
export const groundInWords = (ground: Ground): string => {
  const { basis, holderKind, holderName, organisationName, role, areas, personName } = ground;
  const who = holderName ?? somebody[holderKind] ?? 'Somebody';
  const where = organisationName ?? 'the organisation';
  switch (basis) {
    case 'role':
      return `${who} is ${role ? roles[role] : 'somebody'} of ${where}.`;
    case 'delegation':
      return `${who} acts as ${role ? roles[role] : 'somebody'} of ${where} for somebody else, for a time.`;
    case 'assignment':
      return `${who} supervises ${personName ?? 'somebody'} for ${where}.`;
    case 'agreement':
      return byAgreement(ground, who, where);
    case 'integration':
      return `${who} keeps records of ${where} up to date.`;
    case 'breakGlass':
      return `${who} broke the glass for ${personName ? 'one person’s records' : 'all records'} of ${where}.`;
    case 'disclosure':
      return `${where} sees what was disclosed to it for ${listed(areas)}${role ? `, by ${roles[role]}` : ''}.`;
    case 'passport':
      return `${where} sees the training passport that was shared with it.`;
    case 'engagement':
      return `${where} engages you: its lead and HR see your record there, and so does whoever supervises you.`;
    case 'application':
      return `You applied to ${where}: its lead and HR see your application.`;
  }
};
