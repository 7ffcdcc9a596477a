import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { membershipIdOf, membershipStream } from '../../contracts.js';
import { membership, type GrantRole as Grant, type MembershipRefusal } from '../../domain/index.js';
import { ownerOfScope } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Gives a person a role: by whoever leads the organisation or locality it is held in, or an operator anywhere. */
export class GrantRole extends Command<Outcome<MembershipRefusal>> {
  readonly membershipId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Grant, 'type'>,
  ) {
    super();
    this.membershipId = membershipIdOf(input.personId, input.role, input.scope.id);
  }
}

@CommandHandler(GrantRole)
export class GrantRoleHandler implements ICommandHandler<GrantRole> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  async execute({ act, input, membershipId }: GrantRole): Promise<Outcome<MembershipRefusal>> {
    const isThere = await this.partners.hasScope(input.scope);
    return this.commanding.run(act, {
      area: 'partners',
      decider: membership,
      stream: membershipStream(membershipId),
      command: { type: 'GrantRole', ...input },
      payload: input,
      owner: () => (isThere ? ownerOfScope(input.scope) : undefined),
    });
  }
}
