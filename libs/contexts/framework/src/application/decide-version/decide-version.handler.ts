import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type Uuid } from '@alongside/kernel';
import { versionStream } from '../../contracts.js';
import { version, type LapseVersion, type RatifyVersion, type VersionRefusal } from '../../domain/index.js';
import { FrameworkLookup } from '../lookups/framework.lookup.js';

type Decision = Omit<RatifyVersion, 'currentVersionId'> | Omit<LapseVersion, 'currentVersionId'>;

/** Ratifies a version, or records that it was not ratified. The vote decides which; a lead says when. */
export class DecideVersion extends Command<Outcome<VersionRefusal>> {
  constructor(
    readonly act: Act,
    readonly versionId: Uuid,
    readonly decision: Decision,
  ) {
    super();
  }
}

@CommandHandler(DecideVersion)
export class DecideVersionHandler implements ICommandHandler<DecideVersion> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: FrameworkLookup,
  ) {}

  async execute({ act, versionId, decision }: DecideVersion): Promise<Outcome<VersionRefusal>> {
    const place = await this.lookup.placeOf(versionId);
    if (!place) return reject('NotFound');
    return this.commanding.run(act, {
      area: 'framework',
      decider: version,
      stream: versionStream(versionId),
      command: async () => {
        const current = await this.lookup.current(place.frameworkId);
        return { ...decision, currentVersionId: current?.versionId ?? null };
      },
      payload: decision,
      owner: () => ({ localities: [place.localityId] }),
    });
  }
}
