import type { CalendarDate } from '@alongside/kernel';
import type { ReadScope } from '@alongside/postgres';
import type { Actor } from '../access/grant.js';

/** On whose behalf a request runs, and what it may read. */
export interface Acting {
  readonly actor: Actor;
  readonly scope: ReadScope;
}

/** By what somebody signed in. Says nothing of whom the record knows by it, and is kept nowhere in clear. */
export interface SignedInBy {
  readonly issuer: string;
  readonly subject: string;
  /** The client through which they came: `azp` of the token. */
  readonly client: string;
  readonly today: CalendarDate;
}

/** A request, or the context of a GraphQL operation: where the guard leaves who acts. */
export interface Carrier {
  acting?: Acting;
  /** Left where the rule is `newcomer`, and nowhere else. */
  signedInBy?: SignedInBy;
}
