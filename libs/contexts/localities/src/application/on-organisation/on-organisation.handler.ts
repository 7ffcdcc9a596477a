import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { organisationStream } from '../../contracts.js';
import {
  organisation,
  type EndIdentifier,
  type LapseReadinessItem,
  type MeetReadinessItem,
  type OrganisationRefusal,
  type RenameOrganisation,
  type ReopenOrganisation,
  type WaiveReadinessItem,
} from '../../domain/index.js';
import { organisationAlone, ownerOfOrganisation } from '../owners.js';

/**
 * A command that needs to know nothing but the organisation it is about: by its own lead or an operator. That a readiness
 * item is waived or has lapsed may also be said by whoever leads the framework in a locality it is in.
 */
export class OnOrganisation extends Command<Outcome<OrganisationRefusal>> {
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly command:
      | RenameOrganisation
      | EndIdentifier
      | ReopenOrganisation
      | MeetReadinessItem
      | LapseReadinessItem
      | WaiveReadinessItem,
  ) {
    super();
  }
}

const ofTheFrameworkToo: ReadonlySet<OnOrganisation['command']['type']> = new Set([
  'LapseReadinessItem',
  'WaiveReadinessItem',
]);

@CommandHandler(OnOrganisation)
export class OnOrganisationHandler implements ICommandHandler<OnOrganisation> {
  constructor(private readonly commanding: Commanding) {}

  execute({ act, organisationId, command }: OnOrganisation): Promise<Outcome<OrganisationRefusal>> {
    return this.commanding.run(act, {
      area: 'partners',
      decider: organisation,
      stream: organisationStream(organisationId),
      command,
      payload: command,
      owner: ofTheFrameworkToo.has(command.type) ? ownerOfOrganisation(act.actor.today) : organisationAlone,
    });
  }
}
