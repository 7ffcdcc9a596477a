import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { membershipIdOf, membershipStream, type Role, type Scope } from '../../contracts.js';
import { membership, type DelegateRole as Delegate, type MembershipRefusal } from '../../domain/index.js';
import { MembershipLookup } from '../memberships/membership.lookup.js';
import { ownerOfHeld } from '../memberships/membership.owners.js';

/**
 * Lends a role for a time: by whoever was given it, and nobody else. The membership is always the actor's own, so that
 * whoever borrows a role cannot lend it on.
 */
export class DelegateRole extends Command<Outcome<MembershipRefusal>> {
  readonly membershipId: Uuid;
  constructor(
    readonly act: Act,
    readonly held: { readonly role: Role; readonly scope: Scope },
    readonly input: Pick<Delegate, 'delegateId' | 'effectiveOn' | 'endsOn' | 'corrects'>,
  ) {
    super();
    this.membershipId = membershipIdOf(act.actor.id, held.role, held.scope.id);
  }
}

@CommandHandler(DelegateRole)
export class DelegateRoleHandler implements ICommandHandler<DelegateRole> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: MembershipLookup,
  ) {}

  execute({ act, held, input, membershipId }: DelegateRole): Promise<Outcome<MembershipRefusal>> {
    const { role, scope } = held;
    const { delegateId } = input;
    return this.commanding.run(act, {
      area: 'delegations',
      decider: membership,
      stream: membershipStream(membershipId),
      command: async (): Promise<Delegate> => {
        const [place, delegateKnown, heldByDelegate] = await Promise.all([
          this.lookup.place(scope),
          this.lookup.isKnownIn(delegateId, scope, act.actor.today),
          this.lookup.heldBy(delegateId, role, scope, membershipId),
        ]);
        return { type: 'DelegateRole', ...input, place: place ?? null, delegateKnown, heldByDelegate };
      },
      payload: { role, scope, ...input },
      owner: ownerOfHeld,
    });
  }
}
