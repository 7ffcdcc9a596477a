export const integrationClientRefusals = {
  OrganisationNotOpen:
    'The organisation is closed or has merged. Only an open organisation has systems of its own.',
  ClientAlreadyRegistered:
    'The organisation has its client, and an organisation has one. Agree other scopes with it, or give it another key.',
  ClientNotRegistered: 'The organisation has no client. Register it first.',
  ClientIsDisabled: 'The client is disabled. Enable it before you agree to other scopes.',
  MutationUnknown: 'The graph has no such mutation: `details` names them. Look for the names in the schema.',
  MutationNotGrantable:
    'These mutations are for people alone: `details` names them. A client can be given those of people, recruitment, training and employment.',
  PrivateKeyGiven:
    'This was a private key. Nothing of it was kept, but it has left the machine it was made on: never use it again. Make a new pair, and send the public key alone.',
  KeyUnfit:
    'This is no public key that a client can have. Send a JSON Web Key: RSA of 2048 to 8192 bits with exponent AQAB, or EC on P-256; its `kid`, if it has one, the same as the key id, `use` sig and `alg` RS256 or ES256.',
  KeyTooWeak: 'The RSA key is too short. Make one of 2048 bits or more.',
  KeyIdUnfit: 'A key id has 1 to 64 letters, digits, dots, hyphens and underscores. Choose another one.',
  KeyIdTaken: 'The client has, or had, another key of this id. Choose an id that was never used.',
  KeyUsedBefore: 'The client has, or had, this key under another id. Make a new pair.',
  TooManyKeys: 'Two keys hold already. Retire the older one first.',
  KeyUnknown: 'The client never had a key of this id. Look at its keys.',
  LastKey: 'This is the only key of the client. Add the next one first; to stop the client, disable it.',
} as const satisfies Record<string, string>;

export type IntegrationClientRefusal = keyof typeof integrationClientRefusals;
