import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { versionIdOf, versionStream } from '../../contracts.js';
import {
  standingClauses,
  version,
  type DraftVersion as Draft,
  type FoundedFramework,
  type VersionRefusal,
} from '../../domain/index.js';
import { FrameworkLookup } from '../lookups/framework.lookup.js';

/** Drafts a version from the one last ratified: its clauses stand in the draft, its rule binds the vote. */
export class DraftVersion extends Command<Outcome<VersionRefusal>> {
  readonly versionId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: {
      readonly frameworkId: Uuid;
      readonly number: number;
      readonly effectiveOn: CalendarDate;
    },
  ) {
    super();
    this.versionId = versionIdOf(input.frameworkId, input.number);
  }
}

@CommandHandler(DraftVersion)
export class DraftVersionHandler implements ICommandHandler<DraftVersion> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: FrameworkLookup,
  ) {}

  async execute({ act, input, versionId }: DraftVersion): Promise<Outcome<VersionRefusal>> {
    const founded = await this.lookup.framework(input.frameworkId);
    if (!founded) return reject('NotFound');
    return this.commanding.run(act, {
      area: 'framework',
      decider: version,
      stream: versionStream(versionId),
      command: () => this.draftOf(founded, { versionId, ...input }),
      payload: input,
      owner: () => ({ localities: [founded.localityId] }),
    });
  }

  private async draftOf(
    { votingRule }: FoundedFramework,
    input: DraftVersion['input'] & { readonly versionId: Uuid },
  ): Promise<Draft> {
    const current = await this.lookup.current(input.frameworkId);
    return {
      type: 'DraftVersion',
      ...input,
      replaces: current?.versionId ?? null,
      votingRule: current?.successorRule ?? votingRule,
      clauses: current ? standingClauses(current) : [],
    };
  }
}
