import type { Role } from '@alongside/identity';
import type { DataClass, Uuid } from '@alongside/kernel';

/** On what a reading can rest. */
export const accessBases = [
  'self',
  'role',
  'assignment',
  'disclosure',
  'passport',
  'agreement',
  'breakGlass',
  'integration',
] as const;
export type AccessBasis = (typeof accessBases)[number];

/** Why somebody may read something. */
export interface Grounds {
  readonly basis: AccessBasis;
  /** What opened it: a disclosure, an agreement's grant, a break-glass; null where the rules of a role did. */
  readonly basisId: Uuid | null;
  readonly role: Role | null;
  /** The organisation in which the reader holds the role. */
  readonly onBehalfOf: Uuid | null;
  readonly purpose: string;
}

/** That somebody read something about somebody; never what it said. */
export interface AccessEntry extends Grounds {
  readonly class: DataClass;
  /** A stable word for the kind of value, or the query that was asked where everything that it answers is logged. */
  readonly what: string;
  /** Whom the value is about; null where the answer named nobody. */
  readonly person: Uuid | null;
  /** Whose record it is. */
  readonly organisation: Uuid | null;
}
