import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import {
  organisation,
  type CloseOrganisation as Close,
  type OrganisationRefusal,
} from '../../domain/index.js';
import { organisationAlone } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/** Closes an organisation that nobody takes over: by its own lead or an operator. */
export class CloseOrganisation extends Command<Outcome<OrganisationRefusal>> {
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly input: Omit<Close, 'type' | 'hostOf'>,
  ) {
    super();
  }
}

@CommandHandler(CloseOrganisation)
export class CloseOrganisationHandler implements ICommandHandler<CloseOrganisation> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, organisationId, input }: CloseOrganisation): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command: () => this.partners.closing(organisationId, input),
      payload: input,
      owner: organisationAlone,
    });
  }
}
