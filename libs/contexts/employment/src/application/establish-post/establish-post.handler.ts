import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, reject, type Uuid } from '@alongside/kernel';
import { TeamOf, type TeamFound } from '@alongside/localities/contracts';
import { postStream } from '../../contracts.js';
import { Engaging } from '../engaging.js';
import { post, type EstablishPost as Establish, type PostRefusal } from '../../domain/index.js';

/** Establishes a post of an organisation in which the actor manages employment. Its id comes from the command's. */
export class EstablishPost extends Command<Outcome<PostRefusal>> {
  readonly postId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Establish, 'type' | 'postId' | 'formedTeam'>,
  ) {
    super();
    this.postId = idMadeBy(act.commandId, 'post');
  }
}

@CommandHandler(EstablishPost)
export class EstablishPostHandler implements ICommandHandler<EstablishPost> {
  constructor(
    private readonly commanding: Commanding,
    private readonly engaging: Engaging,
    private readonly queries: QueryBus,
  ) {}

  async execute({ act, input, postId }: EstablishPost): Promise<Outcome<PostRefusal>> {
    if (!(await this.engaging.isAmongPartners(input))) return reject('NotFound');
    if (!(await this.engaging.isOpen(input, input.effectiveOn))) return reject('OrganisationClosed');
    const { employingOrganisationId, localityId } = input;
    return this.commanding.run(act, {
      area: 'employment',
      decider: post,
      stream: postStream(postId),
      command: async (): Promise<Establish> => ({
        type: 'EstablishPost',
        postId,
        ...input,
        formedTeam: await this.team(input),
      }),
      payload: input,
      owner: () => ({ organisations: [employingOrganisationId], localities: [localityId] }),
    });
  }

  /** The team that the post is to be in: where the work is done, or of whoever employs. */
  private async team({
    teamId,
    employingOrganisationId,
    hostOrganisationId,
    effectiveOn,
  }: EstablishPost['input']): Promise<Establish['formedTeam']> {
    if (teamId === null) return null;
    for (const organisationId of new Set([hostOrganisationId, employingOrganisationId])) {
      const found = await this.queries.execute<TeamOf, TeamFound | null>(
        new TeamOf(teamId, organisationId, effectiveOn),
      );
      if (found) return found;
    }
    return null;
  }
}
