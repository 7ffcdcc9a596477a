import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { membershipStream } from '../../contracts.js';
import { membership, type EndRole as End, type MembershipRefusal } from '../../domain/index.js';
import { MembershipLookup } from '../memberships/membership.lookup.js';
import { ownerOfMembership } from '../owners.js';

/** Takes a role away: by whoever may give it. */
export class EndRole extends Command<Outcome<MembershipRefusal>> {
  constructor(
    readonly act: Act,
    readonly membershipId: Uuid,
    readonly input: Omit<End, 'type' | 'byBorrower'>,
  ) {
    super();
  }
}

@CommandHandler(EndRole)
export class EndRoleHandler implements ICommandHandler<EndRole> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: MembershipLookup,
  ) {}

  execute({ act, membershipId, input }: EndRole): Promise<Outcome<MembershipRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: membership,
      stream: membershipStream(membershipId),
      command: async ({ grants }): Promise<End> => ({
        type: 'EndRole',
        ...input,
        byBorrower: await this.lookup.borrowsAuthority(act, grants[0]!.scope),
      }),
      payload: input,
      owner: ownerOfMembership,
    });
  }
}
