import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnIntegrationClient } from '../../application/on-integration-client/on-integration-client.handler.js';
import { readableKey } from '../../application/on-integration-client/readable-key.js';
import { RegisterIntegrationClient } from '../../application/register-integration-client/register-integration-client.handler.js';
import { integrationClientRefusals } from '../../domain/index.js';
import {
  AddIntegrationKeyInput,
  AgreeIntegrationScopesInput,
  DisableIntegrationClientInput,
  EnableIntegrationClientInput,
  RegisterIntegrationClientInput,
  RetireIntegrationKeyInput,
} from './integration-client.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, integrationClientRefusals, { accepted, id: 'The client’s record.' });

const RegisterIntegrationClientResult = result(
  'RegisterIntegrationClient',
  'The client is registered. Add a key next: without one it cannot sign in.',
);
const AgreeIntegrationScopesResult = result('AgreeIntegrationScopes', 'The client may do this and no more.');
const AddIntegrationKeyResult = result('AddIntegrationKey', 'The client can sign in with this key.');
const RetireIntegrationKeyResult = result(
  'RetireIntegrationKey',
  'The client can no longer sign in with this key.',
);
const DisableIntegrationClientResult = result('DisableIntegrationClient', 'The client may do nothing.');
const EnableIntegrationClientResult = result('EnableIntegrationClient', 'The client works again.');

/** For the lead of the organisation, and operators: `integrations`. */
@Resolver()
export class IntegrationClientCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RegisterIntegrationClientResult.union, {
    description:
      'Registers the one client by which an organisation’s own systems act for it. It signs in as `hr-<organisation id>` with a key of its own and no password.',
  })
  @Rule('integrations')
  async registerIntegrationClient(
    @Args('input') { organisationId, name, mutations, classes }: RegisterIntegrationClientInput,
    @Acting() act: Act,
  ) {
    const command = new RegisterIntegrationClient(act, organisationId, { name, mutations, classes });
    return RegisterIntegrationClientResult.answer(
      await this.commands.execute(command),
      command.integrationClientId,
    );
  }

  @Mutation(() => AgreeIntegrationScopesResult.union, {
    description: 'Says anew what the client may call and read: all of it, since nothing of before stays.',
  })
  @Rule('integrations')
  async agreeIntegrationScopes(
    @Args('input') { organisationId, mutations, classes }: AgreeIntegrationScopesInput,
    @Acting() act: Act,
  ) {
    const command = new OnIntegrationClient(act, organisationId, {
      type: 'AgreeIntegrationScopes',
      mutations,
      classes,
    });
    return AgreeIntegrationScopesResult.answer(
      await this.commands.execute(command),
      command.integrationClientId,
    );
  }

  @Mutation(() => AddIntegrationKeyResult.union, {
    description:
      'Adds a public key. Two hold at a time, so that the next one can take over before the last one is retired. A private key is refused, and nothing of it is kept.',
  })
  @Rule('integrations')
  async addIntegrationKey(
    @Args('input') { organisationId, keyId, publicKey }: AddIntegrationKeyInput,
    @Acting() act: Act,
  ) {
    const command = new OnIntegrationClient(act, organisationId, {
      type: 'AddIntegrationKey',
      keyId,
      key: readableKey(publicKey, keyId),
    });
    return AddIntegrationKeyResult.answer(await this.commands.execute(command), command.integrationClientId);
  }

  @Mutation(() => RetireIntegrationKeyResult.union, {
    description:
      'Retires a key: it is published no more, and a realm that has read the keys since gives no token by it. Tokens that were got by it hold for the five minutes that they have. The last key stays: disable the client instead.',
  })
  @Rule('integrations')
  async retireIntegrationKey(
    @Args('input') { organisationId, keyId }: RetireIntegrationKeyInput,
    @Acting() act: Act,
  ) {
    const command = new OnIntegrationClient(act, organisationId, { type: 'RetireIntegrationKey', keyId });
    return RetireIntegrationKeyResult.answer(
      await this.commands.execute(command),
      command.integrationClientId,
    );
  }

  @Mutation(() => DisableIntegrationClientResult.union, {
    description: 'Stops the client at once, also where it has a token that is still good.',
  })
  @Rule('integrations')
  async disableIntegrationClient(
    @Args('input') { organisationId }: DisableIntegrationClientInput,
    @Acting() act: Act,
  ) {
    const command = new OnIntegrationClient(act, organisationId, { type: 'DisableIntegrationClient' });
    return DisableIntegrationClientResult.answer(
      await this.commands.execute(command),
      command.integrationClientId,
    );
  }

  @Mutation(() => EnableIntegrationClientResult.union, {
    description: 'Lets a disabled client work again.',
  })
  @Rule('integrations')
  async enableIntegrationClient(
    @Args('input') { organisationId }: EnableIntegrationClientInput,
    @Acting() act: Act,
  ) {
    const command = new OnIntegrationClient(act, organisationId, { type: 'EnableIntegrationClient' });
    return EnableIntegrationClientResult.answer(
      await this.commands.execute(command),
      command.integrationClientId,
    );
  }
}
