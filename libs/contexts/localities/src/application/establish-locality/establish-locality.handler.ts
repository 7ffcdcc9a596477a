import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { localityStream } from '../../contracts.js';
import { locality, type EstablishLocality as Establish, type LocalityRefusal } from '../../domain/index.js';
import { ownerOfNew } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Establishes a locality and names its host, by an operator. Its id comes from the command's. */
export class EstablishLocality extends Command<Outcome<LocalityRefusal>> {
  readonly localityId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Establish, 'type' | 'localityId' | 'host' | 'corrects'>,
  ) {
    super();
    this.localityId = idMadeBy(act.commandId, 'locality');
  }
}

@CommandHandler(EstablishLocality)
export class EstablishLocalityHandler implements ICommandHandler<EstablishLocality> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, input, localityId }: EstablishLocality): Promise<Outcome<LocalityRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: locality,
      stream: localityStream(localityId),
      command: async (): Promise<Establish> => ({
        type: 'EstablishLocality',
        localityId,
        ...input,
        host: await this.partners.organisation(input.hostOrganisationId),
      }),
      payload: input,
      owner: ownerOfNew.locality(localityId),
    });
  }
}
