import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';

export interface LinkLogin {
  readonly type: 'LinkLogin';
  readonly loginId: Uuid;
  readonly personId: Uuid;
  /** The login that leads to this person already, as looked up. */
  readonly loginOfPerson: Uuid | null;
  readonly effectiveOn: CalendarDate;
  /** Names a link to the wrong person. */
  readonly corrects?: Correction;
}

export interface UnlinkLogin {
  readonly type: 'UnlinkLogin';
  readonly effectiveOn: CalendarDate;
}

export type LoginCommand = LinkLogin | UnlinkLogin;
