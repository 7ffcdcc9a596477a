import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { GRANTABLE_MUTATIONS, type GrantableMutations } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import { integrationClientIdOf, integrationClientStream, type IntegrationClass } from '../../contracts.js';
import {
  integrationClient,
  type AddIntegrationKey,
  type AgreeIntegrationScopes,
  type DisableIntegrationClient,
  type EnableIntegrationClient,
  type IntegrationClientRefusal,
  type IntegrationClientState,
  type RetireIntegrationKey,
} from '../../domain/index.js';
import { PartnerReader } from '../partner.reader.js';
import { isOpenOn } from './is-open-on.js';
import { scopesAsked } from './scopes-asked.js';

type Found = 'organisationIsOpen' | 'effectiveOn';

/** What is asked of a client; the handler adds what it finds out. */
export type AskedOfClient =
  | (Pick<AgreeIntegrationScopes, 'type'> & {
      readonly mutations: readonly string[];
      readonly classes: readonly IntegrationClass[];
    })
  | Omit<AddIntegrationKey, Found>
  | Omit<RetireIntegrationKey, Found>
  | Omit<DisableIntegrationClient, Found>
  | Omit<EnableIntegrationClient, Found>;

/** A command about an organisation's registered client: by its lead, or an operator. It holds from the moment it is recorded. */
export class OnIntegrationClient extends Command<Outcome<IntegrationClientRefusal>> {
  readonly integrationClientId: Uuid;
  constructor(
    readonly act: Act,
    readonly organisationId: Uuid,
    readonly asked: AskedOfClient,
  ) {
    super();
    this.integrationClientId = integrationClientIdOf(organisationId);
  }
}

const ownerOf = (state: IntegrationClientState) =>
  state.status === 'None' ? undefined : { organisations: [state.organisationId] };

@CommandHandler(OnIntegrationClient)
export class OnIntegrationClientHandler implements ICommandHandler<OnIntegrationClient> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
    @Inject(GRANTABLE_MUTATIONS) private readonly grantable: GrantableMutations,
  ) {}

  async execute({
    act,
    organisationId,
    asked,
    integrationClientId,
  }: OnIntegrationClient): Promise<Outcome<IntegrationClientRefusal>> {
    const { today: effectiveOn } = act.actor;
    const organisation = await this.partners.organisation(organisationId);
    const found = { organisationIsOpen: isOpenOn(organisation, effectiveOn), effectiveOn };
    return this.commanding.run(act, {
      area: 'integrations',
      decider: integrationClient,
      stream: integrationClientStream(integrationClientId),
      command:
        asked.type === 'AgreeIntegrationScopes'
          ? { type: asked.type, scopes: scopesAsked(asked, this.grantable), ...found }
          : { ...asked, ...found },
      payload: { organisationId, ...asked },
      owner: ownerOf,
    });
  }
}
