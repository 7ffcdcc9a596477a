import type { GrantableMutations } from '@alongside/identity';
import type { ScopesAsked } from '../../domain/index.js';

/** What a client shall be allowed, held against what there is to be allowed. */
export const scopesAsked = (
  { mutations, classes }: Pick<ScopesAsked, 'mutations' | 'classes'>,
  { all, grantable }: GrantableMutations,
): ScopesAsked => ({
  mutations,
  classes,
  unknown: mutations.filter((name) => !all.has(name)),
  notGrantable: mutations.filter((name) => all.has(name) && !grantable.has(name)),
});
