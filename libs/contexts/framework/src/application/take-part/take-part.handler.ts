import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome, RecordedEvent } from '@alongside/event-store';
import { reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { versionStream, type Choice } from '../../contracts.js';
import {
  version,
  type CastBallot,
  type MakeComment,
  type StateDissent,
  type VersionRefusal,
} from '../../domain/index.js';
import { FrameworkLookup } from '../lookups/framework.lookup.js';

/** What a member of the group says of a version. */
export type Voice =
  | Pick<MakeComment, 'type' | 'commentId' | 'clauseId' | 'text'>
  | { readonly type: 'CastBallot'; readonly choice: Choice }
  | Pick<StateDissent, 'type' | 'dissentId' | 'clauseId' | 'statement' | 'named'>;

/** A member's own part in a version, today: for nobody else, not even for those who lead the framework. */
export class TakePart extends Command<Outcome<VersionRefusal>> {
  constructor(
    readonly act: Act,
    readonly versionId: Uuid,
    readonly voice: Voice,
  ) {
    super();
  }
}

@CommandHandler(TakePart)
export class TakePartHandler implements ICommandHandler<TakePart> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: FrameworkLookup,
  ) {}

  async execute({ act, versionId, voice }: TakePart): Promise<Outcome<VersionRefusal>> {
    const { id: personId, today } = act.actor;
    const place = await this.lookup.placeOf(versionId);
    const joining = place && (await this.lookup.joiningOf(place.frameworkId, personId, today));
    if (!joining) return reject('NotFound');
    return this.commanding.run(act, {
      area: 'framework',
      decider: version,
      stream: versionStream(versionId),
      command: () => this.said(voice, { personId, effectiveOn: today }, joining),
      // With ids of their own two ballots for the same leave different hashes in the log.
      payload: { ...voice, versionId, personId, commandId: act.commandId },
      owner: () => ({ localities: [place.localityId], person: personId }),
    });
  }

  private async said(
    voice: Voice,
    who: { readonly personId: Uuid; readonly effectiveOn: CalendarDate },
    joining: RecordedEvent,
  ): Promise<MakeComment | CastBallot | StateDissent> {
    switch (voice.type) {
      case 'MakeComment':
        return { ...voice, ...who };
      case 'CastBallot':
        return {
          ...voice,
          ...who,
          member: { livedExperience: await this.lookup.bringsLivedExperience(joining) },
        };
      case 'StateDissent':
        return { ...voice, ...who, member: true };
      default:
        return voice satisfies never;
    }
  }
}
