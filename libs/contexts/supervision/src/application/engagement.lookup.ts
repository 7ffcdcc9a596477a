import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { organisationsOf } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';

/** Whose engagement it is, as far as whoever asks may see it. */
export interface EngagementFound {
  readonly engagementId: Uuid;
  readonly personId: Uuid;
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
  /** Whether whoever asks supervises in it now. */
  readonly supervised: boolean;
}

/** Finds engagements for whoever may see them: the employing organisation, the person, and their supervisors. */
@Injectable()
export class EngagementLookup {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async find({ scope, actor }: Act, engagementId: Uuid): Promise<EngagementFound | undefined> {
    const organisations = [...scope.organisations.C2];
    const people = [...scope.people.C2];
    const supervisesIn = [...organisationsOf(actor, 'supervisor')];
    return this.readModels.prisma(scope, async (tx) => {
      const found = await tx.engagement.findFirst({
        where: {
          engagementId,
          OR: [
            { employingOrganisationId: { in: organisations } },
            { personId: { in: actor.kind === 'person' ? [actor.id] : [] } },
            {
              personId: { in: people },
              OR: [
                { employingOrganisationId: { in: supervisesIn } },
                { hostOrganisationId: { in: supervisesIn } },
              ],
            },
          ],
        },
      });
      if (!found) return undefined;
      const supervising = await tx.supervisionArrangement.count({
        where: {
          engagementId,
          supervisorId: actor.id,
          OR: [{ endedOn: null }, { endedOn: { gt: new Date(actor.today) } }],
        },
      });
      const { personId, employingOrganisationId: organisationId, localityId } = found;
      return { engagementId, personId, organisationId, localityId, supervised: supervising > 0 };
    });
  }
}
