import type { Actor } from '@alongside/identity';
import { addDays, type Uuid } from '@alongside/kernel';
import type { HeldRole } from './me.types.js';

/** The actor's roles that have not ended today, with the names of what they are held in, where those are known. */
export const heldRoles = (
  { grants, today }: Pick<Actor, 'grants' | 'today'>,
  names: ReadonlyMap<Uuid, string>,
): readonly HeldRole[] =>
  grants
    .filter(({ to }) => to === null || today < to)
    .map(({ role, scope, from, to }) => ({
      role,
      scopeKind: scope.kind,
      scopeId: scope.id,
      scopeName: names.get(scope.id) ?? null,
      from,
      to: to === null ? null : addDays(to, -1),
    }));
