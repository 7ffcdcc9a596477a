import { uuid5, type Uuid } from '@alongside/kernel';

/** Somebody whom the development realm lets sign in. Invented people only: it asks for no password. */
export interface DevAccount {
  /** `demonstrationSubject` of the person's id. */
  readonly sub: string;
  readonly name: string;
  /** A line about the person's role and organisation, shown below the name. */
  readonly description: string;
  readonly organisationIds?: readonly Uuid[];
}

/** A confidential client that stands for one organisation's own system. */
export interface DevClient {
  readonly clientId: string;
  readonly secret: string;
  readonly organisationId: Uuid;
}

/** The subject under which the person with this id signs in to the development realm. */
export const demonstrationSubject = (personId: Uuid): string => uuid5(`login:${personId}`);

export const WEB_CLIENT = 'alongside-web';
export const CLI_CLIENT = 'alongside-cli';
/** The audience of every access token. */
export const GATEWAY_AUDIENCE = 'alongside-gateway';
