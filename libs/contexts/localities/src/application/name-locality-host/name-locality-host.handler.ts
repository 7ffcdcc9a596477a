import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { localityStream } from '../../contracts.js';
import { locality, type LocalityRefusal, type NameLocalityHost as NameHost } from '../../domain/index.js';
import { ownerOfLocality } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Names another host of a locality: by whoever leads the framework in it, or an operator. */
export class NameLocalityHost extends Command<Outcome<LocalityRefusal>> {
  constructor(
    readonly act: Act,
    readonly localityId: Uuid,
    readonly input: Omit<NameHost, 'type' | 'host'>,
  ) {
    super();
  }
}

@CommandHandler(NameLocalityHost)
export class NameLocalityHostHandler implements ICommandHandler<NameLocalityHost> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, localityId, input }: NameLocalityHost): Promise<Outcome<LocalityRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: locality,
      stream: localityStream(localityId),
      command: async (): Promise<NameHost> => ({
        type: 'NameLocalityHost',
        ...input,
        host: await this.partners.organisation(input.hostOrganisationId),
      }),
      payload: input,
      owner: ownerOfLocality,
    });
  }
}
