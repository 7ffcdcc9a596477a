import { holds, type Actor } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';

/** As whom somebody sees the people they supervise; nobody once they hold the role of supervisor no more. */
export const supervisorOf = (actor: Actor): Uuid | null => (holds(actor, 'supervisor') ? actor.id : null);
