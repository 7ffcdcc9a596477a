import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import {
  organisation,
  type OrganisationRefusal,
  type RegisterOrganisation as Register,
} from '../../domain/index.js';
import { ownerOfNew } from '../owners.js';

/** Registers a partner organisation, by an operator. Its id comes from the command's. */
export class RegisterOrganisation extends Command<Outcome<OrganisationRefusal>> {
  readonly organisationId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<Register, 'type' | 'organisationId' | 'corrects'>,
  ) {
    super();
    this.organisationId = idMadeBy(act.commandId, 'organisation');
  }
}

@CommandHandler(RegisterOrganisation)
export class RegisterOrganisationHandler implements ICommandHandler<RegisterOrganisation> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, input, organisationId }: RegisterOrganisation): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command: { type: 'RegisterOrganisation', organisationId, ...input },
      payload: input,
      owner: ownerOfNew.organisation(organisationId),
    });
  }
}
