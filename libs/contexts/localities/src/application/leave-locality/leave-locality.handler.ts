import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import { organisation, type LeaveLocality as Leave, type OrganisationRefusal } from '../../domain/index.js';
import { organisationAlone } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Takes an organisation out of a locality that it does not host: by its own lead or an operator. */
export class LeaveLocality extends Command<Outcome<OrganisationRefusal>> {
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly input: Omit<Leave, 'type' | 'hosts'>,
  ) {
    super();
  }
}

@CommandHandler(LeaveLocality)
export class LeaveLocalityHandler implements ICommandHandler<LeaveLocality> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, organisationId, input }: LeaveLocality): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command: async (): Promise<Leave> => ({
        type: 'LeaveLocality',
        ...input,
        hosts: await this.partners.hosts(organisationId, input.localityId, input.effectiveOn),
      }),
      payload: input,
      owner: organisationAlone,
    });
  }
}
