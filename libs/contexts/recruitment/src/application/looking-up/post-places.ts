import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS } from '@alongside/application';
import type { Uuid } from '@alongside/kernel';
import type { ReadScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';

export interface PostPlaces {
  readonly organisationId: Uuid;
  /** Where the work is done. */
  readonly hostOrganisationId: Uuid;
  readonly teamId: Uuid | null;
  readonly localityId: Uuid;
  readonly open: boolean;
  readonly placesLeft: number;
}

/** The places of posts, as recruitment last heard of them. */
@Injectable()
export class PostRegister {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Undefined where there is no such post in the scope. */
  async find(scope: ReadScope, postId: Uuid): Promise<PostPlaces | undefined> {
    const row = await this.readModels.prisma(scope, (tx) => tx.postPlace.findUnique({ where: { postId } }));
    if (!row) return undefined;
    const { organisationId, hostOrganisationId, teamId, localityId, open, places, reserved } = row;
    return {
      organisationId,
      hostOrganisationId: hostOrganisationId ?? organisationId,
      teamId,
      localityId,
      open,
      placesLeft: Math.max(0, places - reserved),
    };
  }

  /** How many people the post can still take; none where it is closed or out of the scope. */
  async placesLeft(scope: ReadScope, postId: Uuid): Promise<number> {
    const post = await this.find(scope, postId);
    return post?.open ? post.placesLeft : 0;
  }
}
