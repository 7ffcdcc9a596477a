import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import { organisation, type OrganisationRefusal } from '../../domain/index.js';
import { organisationAlone } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/**
 * Lets an organisation be absorbed by another, whose staff answer for its records from that day. Whoever answers for the
 * absorbed one says so: to lead the other does not suffice.
 */
export class MergeOrganisation extends Command<Outcome<OrganisationRefusal>> {
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly input: { readonly intoOrganisationId: Uuid; readonly effectiveOn: CalendarDate },
  ) {
    super();
  }
}

@CommandHandler(MergeOrganisation)
export class MergeOrganisationHandler implements ICommandHandler<MergeOrganisation> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, organisationId, input }: MergeOrganisation): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command: () => this.partners.merger(organisationId, input),
      payload: input,
      owner: organisationAlone,
    });
  }
}
