import type { CalendarDate, Instant, Uuid } from '@alongside/kernel';

/** The login that was linked to a person last, as looked up. */
export interface LoginOfPerson {
  /** Null while the login leads to the person. */
  readonly unlinkedAt: Instant | null;
}

export interface SendInvitation {
  readonly type: 'SendInvitation';
  readonly invitationId: Uuid;
  readonly personId: Uuid;
  readonly organisationId: Uuid;
  readonly codeHash: string;
  /** The last day; fourteen days from now where null. */
  readonly expiresOn: CalendarDate | null;
  /** Null where the person never had one. */
  readonly loginOfPerson: LoginOfPerson | null;
  /** Operators make sure whose a login is that follows upon another. */
  readonly byOperator: boolean;
  readonly effectiveOn: CalendarDate;
}

export interface WithdrawInvitation {
  readonly type: 'WithdrawInvitation';
  readonly effectiveOn: CalendarDate;
}

export interface AcceptInvitation {
  readonly type: 'AcceptInvitation';
  readonly codeHash: string;
  readonly loginId: Uuid;
  /** To whom the login leads, as its own stream says. */
  readonly login: 'nobody' | 'somebody' | 'unlinked';
  /** Null where the person never had one. */
  readonly loginOfPerson: LoginOfPerson | null;
  readonly effectiveOn: CalendarDate;
}

export type InvitationCommand = SendInvitation | WithdrawInvitation | AcceptInvitation;
