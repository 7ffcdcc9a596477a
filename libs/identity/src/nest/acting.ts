import type { ReadScope } from '@alongside/postgres';
import type { Actor } from '../access/grant.js';

/** On whose behalf a request runs, and what it may read. */
export interface Acting {
  readonly actor: Actor;
  readonly scope: ReadScope;
}

/** A request, or the context of a GraphQL operation: where the guard leaves who acts. */
export interface Carrier {
  acting?: Acting;
}
