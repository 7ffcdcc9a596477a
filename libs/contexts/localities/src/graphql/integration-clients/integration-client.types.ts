import { ArgsType, Extensions, Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, JsonValue, ReadArgs, Uuid } from '@alongside/graphql-kit';
import type { IntegrationClass } from '../../contracts.js';
import { IntegrationClassEnum } from './integration-client.enums.js';

@ObjectType({ description: 'A public key by which an integration client proves itself now.' })
@Extensions({ class: 'C2' })
export class IntegrationClientKey {
  @Field(() => String, { description: 'The key’s id: `kid` of what it signs.' })
  readonly keyId!: string;

  @Field(() => String, {
    description: 'SHA-256 of the key as RFC 7638 says, in base64url: to tell which file it is.',
  })
  readonly thumbprint!: string;

  @Field(() => CalendarDate, { description: 'The day on which it was added.' })
  readonly addedOn!: string;

  @Field(() => JsonValue, { description: 'The key itself, as a JSON Web Key.' })
  readonly publicKey!: unknown;
}

@ObjectType({ description: 'The client by which an organisation’s own systems act for it.' })
@Extensions({ class: 'C2' })
export class IntegrationClient {
  @Field(() => Uuid, { description: 'The client’s record: what `history` takes.' })
  readonly integrationClientId!: string;

  @Field(() => Uuid, { description: 'The organisation that it acts for.' })
  readonly organisationId!: string;

  @Field(() => String, {
    description: 'The name by which it signs in: `client_id` there, `azp` of its tokens.',
  })
  readonly client!: string;

  @Field(() => String, { description: 'What the organisation calls the system.' })
  readonly name!: string;

  @Field(() => [String], { description: 'The mutations that it may call, by name.' })
  readonly mutations!: readonly string[];

  @Field(() => [IntegrationClassEnum], { description: 'The classes of values that it may read.' })
  readonly classes!: readonly IntegrationClass[];

  @Field(() => [IntegrationClientKey], {
    description: 'The keys in force, two at the most, the oldest first. None: it cannot sign in.',
  })
  readonly keys!: readonly IntegrationClientKey[];

  @Field(() => CalendarDate, { description: 'The day on which it was registered.' })
  readonly registeredOn!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it was disabled; null where it is not.',
  })
  readonly disabledOn!: string | null;
}

@ArgsType()
export class IntegrationClientArgs extends ReadArgs {
  @Field(() => Uuid, { description: 'The organisation.' })
  readonly organisationId!: string;
}
