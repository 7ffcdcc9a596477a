/** Why a token was refused. Stable words, for logs, metrics and tests; whoever sent the token is told none of them. */
export type TokenRefusal =
  | 'malformed'
  | 'algorithm'
  | 'headerType'
  | 'unknownKey'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'missingClaim'
  | 'badClaim'
  | 'expired'
  | 'tooOld'
  | 'notYetValid'
  | 'tokenType'
  | 'client'
  | 'adapter'
  | 'keysUnavailable';

/** A token that proves nothing. Holds the reason and nothing of the token itself. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';

  constructor(
    readonly reason: TokenRefusal,
    /** The claim at fault, where it is one that the profile names. */
    readonly claim?: string,
  ) {
    super(`The token was refused: ${reason}${claim ? ` (${claim})` : ''}.`);
  }
}
