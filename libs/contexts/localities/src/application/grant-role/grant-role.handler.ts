import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { holds } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import { KnownTo } from '@alongside/people/contracts';
import { membershipIdOf, membershipStream } from '../../contracts.js';
import { membership, type GrantRole as Grant, type MembershipRefusal } from '../../domain/index.js';
import { MembershipLookup } from '../memberships/membership.lookup.js';
import { ownerOfScope } from '../owners.js';

/** Gives a person a role: by whoever leads the organisation or locality it is held in, or an operator anywhere. */
export class GrantRole extends Command<Outcome<MembershipRefusal>> {
  readonly membershipId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Grant, 'type' | 'place' | 'byBorrower' | 'byOperatorForOneself'>,
  ) {
    super();
    this.membershipId = membershipIdOf(input.personId, input.role, input.scope.id);
  }
}

@CommandHandler(GrantRole)
export class GrantRoleHandler implements ICommandHandler<GrantRole> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: MembershipLookup,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  async execute({ act, input, membershipId }: GrantRole): Promise<Outcome<MembershipRefusal>> {
    const [place, known] = await Promise.all([this.lookup.place(input.scope), this.mayName(act, input)]);
    return this.commanding.run(act, {
      area: 'partners',
      decider: membership,
      stream: membershipStream(membershipId),
      command: async (): Promise<Grant> => ({
        type: 'GrantRole',
        ...input,
        place: place ?? null,
        byBorrower: await this.lookup.borrowsAuthority(act, input.scope),
        ...(input.personId === act.actor.id && holds(act.actor, 'operator')
          ? { byOperatorForOneself: true as const }
          : {}),
      }),
      payload: input,
      owner: () => (place !== undefined && known ? ownerOfScope(input.scope) : undefined),
    });
  }

  /** A role in an organisation shows its holder's name there: its lead gives one to nobody whom it does not know. */
  private async mayName(
    { actor, scope: readable }: Act,
    { personId, scope }: GrantRole['input'],
  ): Promise<boolean> {
    if (scope.kind !== 'organisation' || holds(actor, 'operator')) return true;
    return this.queries.execute<KnownTo, boolean>(new KnownTo(personId, readable.organisations.C1));
  }
}
