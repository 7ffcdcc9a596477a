import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { membershipStream } from '../../contracts.js';
import { membership, type EndDelegation as End, type MembershipRefusal } from '../../domain/index.js';
import { ownerOfDelegation } from '../memberships/membership.owners.js';

/** Ends a delegation: by whoever lent the role or borrows it, or the lead of the organisation in which it is held. */
export class EndDelegation extends Command<Outcome<MembershipRefusal>> {
  constructor(
    readonly act: Act,
    readonly membershipId: Uuid,
    readonly input: Omit<End, 'type'>,
  ) {
    super();
  }
}

@CommandHandler(EndDelegation)
export class EndDelegationHandler implements ICommandHandler<EndDelegation> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, membershipId, input }: EndDelegation): Promise<Outcome<MembershipRefusal>> {
    return this.commanding.run(act, {
      area: 'delegations',
      decider: membership,
      stream: membershipStream(membershipId),
      command: { type: 'EndDelegation', ...input },
      payload: input,
      owner: ownerOfDelegation(act, input.delegationId),
    });
  }
}
