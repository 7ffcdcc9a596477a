import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { Role, Scope } from '../../contracts.js';
import type { Period } from '../period.js';

/**
 * From the day on which an organisation was registered or a locality established until the day on which it closes, as
 * looked up; null where a role is held in neither.
 */
export type PlaceOpen = Period | null;

/** Roles are given and taken away by whoever was given the authority to, as looked up. */
interface ByAuthority {
  /** Whether whoever asks has that authority from somebody else, for a time. */
  readonly byBorrower: boolean;
}

export interface GrantRole extends ByAuthority {
  readonly type: 'GrantRole';
  /** Whether an operator would give the role to themself. */
  readonly byOperatorForOneself?: true;
  readonly personId: Uuid;
  readonly role: Role;
  readonly scope: Scope;
  readonly place: PlaceOpen;
  readonly endsOn: CalendarDate | null;
  readonly effectiveOn: CalendarDate;
  /** Names the grant that this one puts right. */
  readonly corrects?: Correction;
}

export interface EndRole extends ByAuthority {
  readonly type: 'EndRole';
  readonly effectiveOn: CalendarDate;
  /** Names the grant that never was. */
  readonly corrects?: Correction;
}

export interface DelegateRole {
  readonly type: 'DelegateRole';
  readonly delegateId: Uuid;
  readonly endsOn: CalendarDate;
  readonly effectiveOn: CalendarDate;
  /** Whether the organisation in which the role is held knows the delegate, or one of the locality's does; as looked up. */
  readonly delegateKnown: boolean;
  /** When the delegate holds the role there, or has it from somebody else; as looked up. */
  readonly heldByDelegate: readonly Period[];
  readonly place: PlaceOpen;
  /** Names the delegation that this one puts right. */
  readonly corrects?: Correction;
}

export interface EndDelegation {
  readonly type: 'EndDelegation';
  /** The `RoleDelegated` event. */
  readonly delegationId: Uuid;
  readonly effectiveOn: CalendarDate;
  /** Names the delegation, where it never was. */
  readonly corrects?: Correction;
}

export type MembershipCommand = GrantRole | EndRole | DelegateRole | EndDelegation;
