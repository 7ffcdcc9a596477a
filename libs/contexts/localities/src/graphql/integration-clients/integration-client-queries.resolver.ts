import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { IntegrationClientReader } from './integration-client.reader.js';
import { IntegrationClient, IntegrationClientArgs } from './integration-client.types.js';

@Resolver()
export class IntegrationClientQueriesResolver {
  constructor(private readonly reader: IntegrationClientReader) {}

  @Query(() => IntegrationClient, {
    name: 'integrationClient',
    nullable: true,
    description:
      'The client of an organisation with its scopes and keys, for the organisation’s lead and operators; null where there is none, and where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('integration-clients')
  integrationClient(@Args() { organisationId }: IntegrationClientArgs, @Acting() act: Act) {
    return this.reader.integrationClient(act, organisationId);
  }
}
