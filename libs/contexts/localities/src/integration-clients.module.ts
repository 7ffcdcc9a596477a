import { Module } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GRANTABLE_MUTATIONS, grantableMutations } from '@alongside/identity';
import { OnIntegrationClientHandler } from './application/on-integration-client/on-integration-client.handler.js';
import { PartnerReader } from './application/partner.reader.js';
import { RegisterIntegrationClientHandler } from './application/register-integration-client/register-integration-client.handler.js';
import { IntegrationClientCommandsResolver } from './graphql/integration-clients/integration-client-commands.resolver.js';
import { IntegrationClientQueriesResolver } from './graphql/integration-clients/integration-client-queries.resolver.js';
import { IntegrationClientReader } from './graphql/integration-clients/integration-client.reader.js';

/** Organisations' own systems in the graph: who registers them, with which keys, and what they may do. */
@Module({
  providers: [
    PartnerReader,
    RegisterIntegrationClientHandler,
    OnIntegrationClientHandler,
    IntegrationClientReader,
    IntegrationClientCommandsResolver,
    IntegrationClientQueriesResolver,
    { provide: GRANTABLE_MUTATIONS, inject: [ModulesContainer], useFactory: grantableMutations },
  ],
})
export class IntegrationClientsModule {}
