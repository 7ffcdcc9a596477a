import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { membershipStream, OPERATORS } from '../../contracts.js';
import { operators, type AppointOperator as Appoint, type OperatorsRefusal } from '../../domain/index.js';
import { MembershipLookup } from '../memberships/membership.lookup.js';

/** Lets another person operate the installation: by somebody who does. */
export class AppointOperator extends Command<Outcome<OperatorsRefusal>> {
  constructor(
    readonly act: Act,
    readonly input: Omit<Appoint, 'type'>,
  ) {
    super();
  }
}

@CommandHandler(AppointOperator)
export class AppointOperatorHandler implements ICommandHandler<AppointOperator> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: MembershipLookup,
  ) {}

  async execute({ act, input }: AppointOperator): Promise<Outcome<OperatorsRefusal>> {
    // An operator who is nobody would be one on paper alone.
    const registered = await this.lookup.isRegistered(input.personId);
    return this.commanding.run(act, {
      area: 'partners',
      decider: operators,
      stream: membershipStream(OPERATORS),
      command: { type: 'AppointOperator', ...input },
      payload: input,
      owner: () => (registered ? {} : undefined),
    });
  }
}
