import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { postStream } from '../../contracts.js';
import {
  post,
  type EstablishPost,
  type PostCommand,
  type PostRefusal,
  type PostState,
} from '../../domain/index.js';

/** A command on a post that exists: by whoever manages employment in its employing organisation. */
export class OnPost extends Command<Outcome<PostRefusal>> {
  constructor(
    readonly act: Act,
    readonly postId: Uuid,
    readonly command: Exclude<PostCommand, EstablishPost>,
  ) {
    super();
  }
}

/** The employing organisation answers for the post. */
export const ownerOfPost = (state: PostState): Owner | undefined =>
  state.status === 'None'
    ? undefined
    : { organisations: [state.employingOrganisationId], localities: [state.localityId] };

@CommandHandler(OnPost)
export class OnPostHandler implements ICommandHandler<OnPost> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, postId, command }: OnPost): Promise<Outcome<PostRefusal>> {
    return this.commanding.run(act, {
      area: 'employment',
      decider: post,
      stream: postStream(postId),
      command,
      payload: command,
      owner: ownerOfPost,
    });
  }
}
