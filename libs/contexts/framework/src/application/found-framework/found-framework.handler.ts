import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { frameworkIdOf, frameworkStream } from '../../contracts.js';
import { framework, type FoundFramework as Found, type FrameworkRefusal } from '../../domain/index.js';

/** Founds the one framework of a locality, by whoever leads the framework there. */
export class FoundFramework extends Command<Outcome<FrameworkRefusal>> {
  readonly frameworkId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Found, 'type' | 'frameworkId'>,
  ) {
    super();
    this.frameworkId = frameworkIdOf(input.localityId);
  }
}

@CommandHandler(FoundFramework)
export class FoundFrameworkHandler implements ICommandHandler<FoundFramework> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, input, frameworkId }: FoundFramework): Promise<Outcome<FrameworkRefusal>> {
    return this.commanding.run(act, {
      area: 'framework',
      decider: framework,
      stream: frameworkStream(frameworkId),
      command: { type: 'FoundFramework', frameworkId, ...input },
      payload: input,
      owner: () => ({ localities: [input.localityId] }),
    });
  }
}
