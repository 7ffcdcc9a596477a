import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import {
  organisation,
  type AssignIdentifier as Assign,
  type OrganisationRefusal,
} from '../../domain/index.js';
import { organisationAlone } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

/**
 * Says by which code of a register an organisation is known, unless another is known by it at that time: by its own lead
 * or an operator.
 */
export class AssignIdentifier extends Command<Outcome<OrganisationRefusal>> {
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly input: Omit<Assign, 'type' | 'heldByOthers'>,
  ) {
    super();
  }
}

@CommandHandler(AssignIdentifier)
export class AssignIdentifierHandler implements ICommandHandler<AssignIdentifier> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, organisationId, input }: AssignIdentifier): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command: async (): Promise<Assign> => ({
        type: 'AssignIdentifier',
        ...input,
        heldByOthers: await this.partners.heldByOthers(organisationId, input.system, input.value),
      }),
      payload: input,
      owner: organisationAlone,
    });
  }
}
