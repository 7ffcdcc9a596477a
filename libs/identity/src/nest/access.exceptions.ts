import { NotFoundException, ServiceUnavailableException, UnauthorizedException } from '@nestjs/common';

/** No token, or one that proves nothing. GraphQL shows `extensions` with the error. */
export class SignInRequired extends UnauthorizedException {
  readonly extensions = { code: 'UNAUTHENTICATED' };

  constructor() {
    super('Sign in, or sign in again.');
  }
}

/** Nothing that the caller may see or do: the same answer whether it exists or not. */
export class NothingHere extends NotFoundException {
  readonly extensions = { code: 'NOT_FOUND' };

  constructor() {
    super('There is nothing here that you may see or do.');
  }
}

/** The break-glass that a request names is not open to whoever makes it: not approved, over, or not theirs. */
export class GlassNotBroken extends NotFoundException {
  readonly extensions = { code: 'NOT_FOUND' };
  constructor() {
    super('No break-glass of this id is open to you. Ask for one, or leave the header out.');
  }
}

/** A good token of somebody whom the record does not know: signing in again would not help. */
export class NobodyKnown extends NotFoundException {
  readonly extensions = { code: 'NOT_FOUND' };

  constructor() {
    super('Nobody is known here by this sign-in. Ask your organisation to invite you, or to link it to you.');
  }
}

/** Nobody's token can be checked at the moment. */
export class SignInUnavailable extends ServiceUnavailableException {
  readonly extensions = { code: 'UNAVAILABLE' };

  constructor() {
    super('Signing in does not work at the moment. Try again in a minute.');
  }
}
