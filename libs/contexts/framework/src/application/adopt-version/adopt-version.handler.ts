import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { reject, type CalendarDate, type Correction, type Uuid } from '@alongside/kernel';
import { adoptionIdOf, adoptionStream } from '../../contracts.js';
import { adoption, type AdoptionRefusal, type AdoptVersion as Adopt } from '../../domain/index.js';
import { FrameworkLookup } from '../lookups/framework.lookup.js';

/** An outcome, and the id of what was made or changed where it was accepted. */
export interface Made<Reason extends string> {
  readonly id: Uuid;
  readonly outcome: Outcome<Reason>;
}

/** An organisation holds itself to a version from a day: said by whoever answers for the organisation. */
export class AdoptVersion extends Command<Made<AdoptionRefusal>> {
  constructor(
    readonly act: Act,
    readonly input: {
      readonly organisationId: Uuid;
      readonly versionId: Uuid;
      readonly effectiveOn: CalendarDate;
      readonly corrects?: Correction;
    },
  ) {
    super();
  }
}

@CommandHandler(AdoptVersion)
export class AdoptVersionHandler implements ICommandHandler<AdoptVersion> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: FrameworkLookup,
  ) {}

  async execute({ act, input }: AdoptVersion): Promise<Made<AdoptionRefusal>> {
    const { versionId, organisationId, ...dated } = input;
    const place = await this.lookup.placeOf(versionId);
    const found = place && (await this.lookup.adoptable(versionId));
    if (!found) return { id: versionId, outcome: reject('NotFound') };
    const { frameworkId, localityId } = place;
    const adoptionId = adoptionIdOf(frameworkId, organisationId);
    const outcome = await this.commanding.run(act, {
      area: 'framework',
      decider: adoption,
      stream: adoptionStream(adoptionId),
      command: async (): Promise<Adopt> => ({
        type: 'AdoptVersion',
        adoptionId,
        frameworkId,
        organisationId,
        version: found,
        inLocality: await this.lookup.isPartner(organisationId, localityId),
        ...dated,
      }),
      payload: input,
      // Only the organisation adopts: the locality, named here, would let those who lead the framework do it.
      owner: () => ({ organisations: [organisationId] }),
    });
    return { id: adoptionId, outcome };
  }
}
