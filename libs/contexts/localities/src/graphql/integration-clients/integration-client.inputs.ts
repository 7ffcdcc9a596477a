import { Field, InputType } from '@nestjs/graphql';
import { CommandInput, JsonValue, ShortText, Uuid } from '@alongside/graphql-kit';
import type { IntegrationClass } from '../../contracts.js';
import { IntegrationClassEnum } from './integration-client.enums.js';

@InputType({ isAbstract: true })
abstract class OnClientInput extends CommandInput {
  @Field(() => Uuid, { description: 'The organisation whose client it is. It has one at most.' })
  readonly organisationId!: string;
}

@InputType({ isAbstract: true })
abstract class ClientScopesInput extends OnClientInput {
  @Field(() => [ShortText], {
    description:
      'The mutations that it may call, by their names in the graph; none that is not named. Those of people, recruitment, training and employment can be given.',
  })
  readonly mutations!: readonly string[];

  @Field(() => [IntegrationClassEnum], {
    description:
      'The classes of values that it may read in its organisation. A document that asks for others is refused.',
  })
  readonly classes!: readonly IntegrationClass[];
}

@InputType({ description: 'A system of an organisation that is to act for it.' })
export class RegisterIntegrationClientInput extends ClientScopesInput {
  @Field(() => ShortText, { description: 'What the organisation calls the system. Name nobody.' })
  readonly name!: string;
}

@InputType({ description: 'What a client may do from now on, in place of all that was agreed before.' })
export class AgreeIntegrationScopesInput extends ClientScopesInput {}

@InputType({ isAbstract: true })
abstract class ClientKeyInput extends OnClientInput {
  @Field(() => ShortText, {
    description:
      'The key’s id, `kid` of what it signs: 1 to 64 letters, digits, dots, hyphens and underscores. Never used again.',
  })
  readonly keyId!: string;
}

@InputType({ description: 'A public key by which a client proves itself.' })
export class AddIntegrationKeyInput extends ClientKeyInput {
  @Field(() => JsonValue, {
    description:
      'A JSON Web Key, the public part alone: `{kty: "RSA", n, e}` of 2048 to 8192 bits, or `{kty: "EC", crv: "P-256", x, y}`.',
  })
  readonly publicKey!: unknown;
}

@InputType({ description: 'The end of a key.' })
export class RetireIntegrationKeyInput extends ClientKeyInput {}

@InputType({ description: 'A client that shall do nothing any more, until it is enabled again.' })
export class DisableIntegrationClientInput extends OnClientInput {}

@InputType({ description: 'A disabled client that shall work again, with the scopes and keys it had.' })
export class EnableIntegrationClientInput extends OnClientInput {}
