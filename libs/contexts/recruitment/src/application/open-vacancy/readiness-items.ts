import type { ApplicableClause } from '@alongside/framework/contracts';
import type { Uuid } from '@alongside/kernel';
import type { ItemInPlace } from '@alongside/localities/contracts';
import type { ReadinessItem } from '../../domain/index.js';

type Asked = Pick<ApplicableClause, 'clauseId' | 'title' | 'rule'>;
type Standing = readonly Pick<ItemInPlace, 'clauseId' | 'status'>[];

/** An organisation or one of its teams, and what it has in place. */
export interface Standings {
  readonly organisation: { readonly organisationId: Uuid; readonly inPlace: Standing };
  /** Null where the post is in no team on record. */
  readonly team: { readonly organisationId: Uuid; readonly teamId: Uuid; readonly inPlace: Standing } | null;
}

/**
 * Every readiness item among the clauses, who is to have it in place, and how it stands: what is not in place is
 * neither met nor waived. Where the post is in no team, its organisation answers for what is asked of a team: to leave
 * the team out is no way round an item.
 */
export const readinessItems = (
  clauses: readonly Asked[],
  { organisation, team }: Standings,
): readonly ReadinessItem[] =>
  clauses.flatMap(({ clauseId, title, rule }) => {
    if (rule.kind !== 'readinessItem') return [];
    const whose = rule.for === 'team' && team ? team : { ...organisation, teamId: null };
    const found = whose.inPlace.find((item) => item.clauseId === clauseId);
    const { organisationId, teamId } = whose;
    return [{ clauseId, title, status: found?.status ?? 'neither', organisationId, teamId }];
  });
