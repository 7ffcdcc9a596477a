import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, reject, type Uuid } from '@alongside/kernel';
import { engagementStream } from '../../contracts.js';
import { Engaging } from '../engaging.js';
import { engagement, type BeginEngagement as Begin, type EngagementRefusal } from '../../domain/index.js';

/**
 * Begins an engagement that holds no post, as of a volunteer, of a person whom the organisation knows and among partners
 * of a locality. A post gives its places through an application.
 */
export class BeginEngagement extends Command<Outcome<EngagementRefusal>> {
  readonly engagementId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Begin, 'type' | 'engagementId' | 'postId' | 'applicationId'>,
  ) {
    super();
    this.engagementId = idMadeBy(act.commandId, 'engagement');
  }
}

@CommandHandler(BeginEngagement)
export class BeginEngagementHandler implements ICommandHandler<BeginEngagement> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engaging: Engaging,
  ) {}

  async execute({ act, input, engagementId }: BeginEngagement): Promise<Outcome<EngagementRefusal>> {
    const [partners, known] = await Promise.all([
      this.engaging.isAmongPartners(input),
      this.engaging.knows(act, input.personId),
    ]);
    if (!partners || !known) return reject('NotFound');
    if (!(await this.engaging.isOpen(input, input.startsOn))) return reject('OrganisationClosed');
    return this.commanding.run(act, {
      area: 'employment',
      decider: engagement,
      stream: engagementStream(engagementId),
      command: { type: 'BeginEngagement', engagementId, postId: null, applicationId: null, ...input },
      payload: input,
      owner: () => ({ organisations: [input.employingOrganisationId], localities: [input.localityId] }),
    });
  }
}
