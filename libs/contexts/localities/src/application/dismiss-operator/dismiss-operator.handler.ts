import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { membershipStream, OPERATORS } from '../../contracts.js';
import { operators, type DismissOperator as Dismiss, type OperatorsRefusal } from '../../domain/index.js';

/** Ends that somebody operates the installation: by somebody who does, themselves too where another is left. */
export class DismissOperator extends Command<Outcome<OperatorsRefusal>> {
  constructor(
    readonly act: Act,
    readonly input: Omit<Dismiss, 'type'>,
  ) {
    super();
  }
}

@CommandHandler(DismissOperator)
export class DismissOperatorHandler implements ICommandHandler<DismissOperator> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, input }: DismissOperator): Promise<Outcome<OperatorsRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: operators,
      stream: membershipStream(OPERATORS),
      command: { type: 'DismissOperator', ...input },
      payload: input,
      owner: () => ({}),
    });
  }
}
