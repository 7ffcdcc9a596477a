import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import { organisation, type JoinLocality as Join, type OrganisationRefusal } from '../../domain/index.js';
import { organisationAlone } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Takes an organisation into a locality: by its own lead or an operator. To answer for the locality does not suffice. */
export class JoinLocality extends Command<Outcome<OrganisationRefusal>> {
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly input: Omit<Join, 'type' | 'localityEstablishedOn'>,
  ) {
    super();
  }
}

@CommandHandler(JoinLocality)
export class JoinLocalityHandler implements ICommandHandler<JoinLocality> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, organisationId, input }: JoinLocality): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command: async (): Promise<Join> => ({
        type: 'JoinLocality',
        ...input,
        localityEstablishedOn: await this.partners.localityEstablishedOn(input.localityId),
      }),
      payload: input,
      owner: organisationAlone,
    });
  }
}
