import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { Role, Scope } from '../../contracts.js';

export interface GrantRole {
  readonly type: 'GrantRole';
  readonly personId: Uuid;
  readonly role: Role;
  readonly scope: Scope;
  readonly endsOn: CalendarDate | null;
  readonly effectiveOn: CalendarDate;
  /** Names the grant that this one puts right. */
  readonly corrects?: Correction;
}

export interface EndRole {
  readonly type: 'EndRole';
  readonly effectiveOn: CalendarDate;
  /** Names the grant that never was. */
  readonly corrects?: Correction;
}

export type MembershipCommand = GrantRole | EndRole;
