import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { invitationStream } from '../../contracts.js';
import { invitation, type InvitationRefusal } from '../../domain/index.js';

/** Ends an invitation before anybody accepts it. */
export class WithdrawInvitation extends Command<Outcome<InvitationRefusal>> {
  constructor(
    readonly act: Act,
    readonly invitationId: Uuid,
  ) {
    super();
  }
}

@CommandHandler(WithdrawInvitation)
export class WithdrawInvitationHandler implements ICommandHandler<WithdrawInvitation> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, invitationId }: WithdrawInvitation): Promise<Outcome<InvitationRefusal>> {
    return this.commanding.run(act, {
      area: 'logins',
      decider: invitation,
      stream: invitationStream(invitationId),
      command: { type: 'WithdrawInvitation', effectiveOn: act.actor.today },
      payload: { invitationId },
      owner: (state) => (state.status === 'None' ? undefined : { organisations: [state.organisationId] }),
    });
  }
}
