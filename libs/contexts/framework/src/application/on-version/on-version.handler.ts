import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type Uuid } from '@alongside/kernel';
import { versionStream } from '../../contracts.js';
import { version, type VersionCommand, type VersionRefusal } from '../../domain/index.js';
import { FrameworkLookup } from '../lookups/framework.lookup.js';

/** What leads do to a version with nothing to look up. */
type Step = Extract<
  VersionCommand,
  {
    type:
      | 'ProposeClause'
      | 'AmendClause'
      | 'WithdrawClause'
      | 'ProposeVotingRule'
      | 'OpenConsultation'
      | 'OpenVoting'
      | 'CloseVoting';
  }
>;

/** A command on a version that was drafted: by whoever leads the framework in its locality. */
export class OnVersion extends Command<Outcome<VersionRefusal>> {
  constructor(
    readonly act: Act,
    readonly versionId: Uuid,
    readonly command: Step,
  ) {
    super();
  }
}

@CommandHandler(OnVersion)
export class OnVersionHandler implements ICommandHandler<OnVersion> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: FrameworkLookup,
  ) {}

  async execute({ act, versionId, command }: OnVersion): Promise<Outcome<VersionRefusal>> {
    const place = await this.lookup.placeOf(versionId);
    if (!place) return reject('NotFound');
    return this.commanding.run(act, {
      area: 'framework',
      decider: version,
      stream: versionStream(versionId),
      command,
      payload: command,
      owner: () => ({ localities: [place.localityId] }),
      // Ballots are opened to be counted, and nothing but the count leaves.
      opened: command.type === 'CloseVoting',
    });
  }
}
