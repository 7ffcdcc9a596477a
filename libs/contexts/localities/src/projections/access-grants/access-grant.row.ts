import type { CalendarDate, Instant, Uuid } from '@alongside/kernel';
import type { AgreementParty, Role } from '../../contracts.js';

/** On what a right rests: a fact of each kind gives one. */
export const bases = [
  'role',
  'delegation',
  'assignment',
  'agreement',
  'disclosure',
  'passport',
  'integration',
  'breakGlass',
] as const;
export type Basis = (typeof bases)[number];

/** What decides a row that rests on several facts: kept so that the next of them can be folded in. */
export interface AgreementStanding {
  /** Of which both are to be partners. */
  readonly localityId: Uuid;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** The days on which the parties of the pair signed, by id. */
  readonly signed: Readonly<Record<Uuid, CalendarDate>>;
  readonly suspended: readonly Uuid[];
}

/** A right of somebody to something, and the facts on which it rests. */
export interface AccessGrantRow {
  readonly grant_id: Uuid;
  readonly basis: Basis;
  /** What `endRole` takes; null where the right is no role. */
  readonly membership_id: Uuid | null;
  readonly holder_kind: 'person' | 'client' | AgreementParty['kind'];
  readonly holder_id: Uuid;
  /** The role that is held; of what is shared with an organisation, the role that must be held there; null: any. */
  readonly role: Role | null;
  /** In what the role is held, or whose records are opened. */
  readonly scope_kind: 'organisation' | 'locality' | 'self' | 'deployment' | 'person';
  readonly scope_id: Uuid;
  /** The organisation in which it is held, or whose records are opened. */
  readonly organisation_id: Uuid | null;
  /** Whose right it is, or whom what is opened concerns; null where that is many. */
  readonly person_id: Uuid | null;
  /** Null: as the rules of the role say. */
  readonly areas: readonly string[] | null;
  readonly classes: readonly string[] | null;
  /** Mutations that an integration client may call. */
  readonly mutations: readonly string[] | null;
  /** The grant without which this one does not hold. */
  readonly parent_id: Uuid | null;
  /** The first day on which it holds; null while it waits for somebody. */
  readonly from_on: CalendarDate | null;
  /** The first day on which it no longer holds. */
  readonly to_on: CalendarDate | null;
  /** Of a break-glass, to the moment. */
  readonly from_at: Instant | null;
  readonly to_at: Instant | null;
  readonly suspended: boolean;
  /** Every fact that decided this row, in order. */
  readonly event_ids: readonly Uuid[];
  readonly standing: AgreementStanding | null;
}
