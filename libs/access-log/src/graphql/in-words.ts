import { momentInWords, type Instant } from '@alongside/kernel';
import type { Role } from '@alongside/identity';
import type { AccessBasis } from '../entry.js';

/** A reading of something about whoever is told of it. */
export interface Told {
  readonly readAt: Instant;
  readonly readerKind: string;
  /** Null where it is not theirs to see. */
  readonly readerName: string | null;
  readonly role: Role | null;
  /** The organisation in which the reader holds the role. */
  readonly behalfName: string | null;
  /** Whose record it is. */
  readonly organisationName: string | null;
  readonly what: string;
  readonly purpose: string;
  readonly basis: AccessBasis;
}

const roleWords: Readonly<Record<Role, string>> = {
  frameworkLead: 'the lead of a framework',
  organisationLead: 'a lead',
  hr: 'an HR officer',
  supervisor: 'a supervisor',
  peerWorker: 'somebody',
  integration: 'a system',
  auditor: 'an auditor',
  operator: 'an operator',
};

const thing: Readonly<Record<string, (purpose: string) => string>> = {
  disclosure: (area) => `your disclosure for ${area}`,
  concern: () => 'a concern about your work',
  concernRaised: () => 'a concern that you raised',
  dbsDecision: () => 'the decision of your DBS check',
  supervisorLivedExperience: () => 'whether you bring lived experience as a supervisor',
  groupLivedExperience: () => 'whether you bring lived experience to a framework group',
  peerWorkerStatus: () => 'that you are a peer worker, and records of your work',
};

const groundsWords: Readonly<Record<AccessBasis, string>> = {
  self: 'it is your own',
  role: 'their role in the organisation whose record it is',
  assignment: 'they supervise you',
  disclosure: 'it was shared with them',
  passport: 'you showed them your training passport',
  agreement: 'a data-sharing agreement',
  breakGlass: 'an emergency that a second person agreed to',
  integration: 'it is a system of the organisation whose record it is',
};

/** Who read, by name where it is theirs to see, else by role and organisation. */
export const whoInWords = ({ basis, readerKind, readerName, role, behalfName }: Told): string => {
  if (basis === 'self') return 'you';
  const held = readerKind === 'client' ? roleWords.integration : role && roleWords[role];
  const standing = `${held ?? 'somebody'}${behalfName === null ? '' : ` of ${behalfName}`}`;
  if (readerName === null) return standing;
  return held === null && behalfName === null ? readerName : `${readerName}, ${standing},`;
};

/** What was read: a kind of value, or all that a query answered. */
export const whatInWords = ({ what, purpose, organisationName }: Told): string => {
  const known = thing[what];
  if (known) return known(purpose);
  const whose = organisationName === null ? '' : ` at ${organisationName}`;
  return `your records${whose} (the query “${what}”)`;
};

export const groundsInWords = ({ basis }: Pick<Told, 'basis'>): string => groundsWords[basis];

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** The whole entry as a sentence for the person whom it is about. */
export const inWords = (told: Told): string => {
  const who = capital(whoInWords(told));
  const sentence = `${who} read ${whatInWords(told)} at ${momentInWords(told.readAt)}.`;
  return told.basis === 'self'
    ? sentence
    : `${sentence} Purpose: ${told.purpose}. Grounds: ${groundsInWords(told)}.`;
};
