import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { frameworkStream } from '../../contracts.js';
import {
  framework,
  type FrameworkCommand,
  type FrameworkRefusal,
  type FrameworkState,
} from '../../domain/index.js';

/** A command on a framework that exists: by whoever leads it in its locality. */
export class OnFramework extends Command<Outcome<FrameworkRefusal>> {
  constructor(
    readonly act: Act,
    readonly frameworkId: Uuid,
    readonly command: Extract<FrameworkCommand, { type: 'JoinGroup' | 'LeaveGroup' | 'SeparateClauses' }>,
  ) {
    super();
  }
}

export const ownerOfFramework = (state: FrameworkState): Owner | undefined =>
  state.status === 'None' ? undefined : { localities: [state.localityId] };

@CommandHandler(OnFramework)
export class OnFrameworkHandler implements ICommandHandler<OnFramework> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, frameworkId, command }: OnFramework): Promise<Outcome<FrameworkRefusal>> {
    return this.commanding.run(act, {
      area: 'framework',
      decider: framework,
      stream: frameworkStream(frameworkId),
      command,
      // With the command's own id two members who bring the same leave different hashes in the log.
      payload: { ...command, commandId: act.commandId },
      owner: ownerOfFramework,
    });
  }
}
