import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { GRANTABLE_MUTATIONS, type GrantableMutations } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import { integrationClientIdOf, integrationClientStream, type IntegrationClass } from '../../contracts.js';
import { integrationClient, type IntegrationClientRefusal } from '../../domain/index.js';
import { isOpenOn } from '../on-integration-client/is-open-on.js';
import { scopesAsked } from '../on-integration-client/scopes-asked.js';
import { PartnerReader } from '../partner.reader.js';

/** Registers the one client of an organisation: by its lead, or an operator anywhere. */
export class RegisterIntegrationClient extends Command<Outcome<IntegrationClientRefusal>> {
  readonly integrationClientId: Uuid;
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly input: {
      readonly name: string;
      readonly mutations: readonly string[];
      readonly classes: readonly IntegrationClass[];
    },
  ) {
    super();
    this.integrationClientId = integrationClientIdOf(organisationId);
  }
}

@CommandHandler(RegisterIntegrationClient)
export class RegisterIntegrationClientHandler implements ICommandHandler<RegisterIntegrationClient> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
    @Inject(GRANTABLE_MUTATIONS) private readonly grantable: GrantableMutations,
  ) {}

  async execute({
    act,
    organisationId,
    input,
    integrationClientId,
  }: RegisterIntegrationClient): Promise<Outcome<IntegrationClientRefusal>> {
    const organisation = await this.partners.organisation(organisationId);
    return this.commanding.run(act, {
      area: 'integrations',
      decider: integrationClient,
      stream: integrationClientStream(integrationClientId),
      command: {
        type: 'RegisterIntegrationClient',
        organisationId,
        name: input.name,
        scopes: scopesAsked(input, this.grantable),
        organisationIsOpen: isOpenOn(organisation, act.actor.today),
        effectiveOn: act.actor.today,
      },
      payload: { organisationId, ...input },
      owner: () => (organisation ? { organisations: [organisationId] } : undefined),
    });
  }
}
