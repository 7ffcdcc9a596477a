import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { Adoption, Deviation } from '../../domain/index.js';
import type { AdoptionRow } from '../../projections/adoption/adoption.projection.js';
import type { DeviationRow } from '../../projections/deviation/deviation.projection.js';

export type AdoptionFact = Pick<
  AdoptionRow,
  'framework_id' | 'organisation_id' | 'version_id' | 'effective_on'
>;
export type DeviationFact = Omit<DeviationRow, 'event_id' | 'recorded_at' | 'corrected_at' | 'position'>;

/** Adoptions as the facts known of them say, which come in the order of their days and of recording. */
export const adoptionsKnown = (
  adoptions: readonly AdoptionFact[],
  deviations: readonly DeviationFact[],
): readonly Adoption[] =>
  [...new Set(adoptions.map((fact) => fact.framework_id))].map((frameworkId) => {
    const facts = adoptions.filter((fact) => fact.framework_id === frameworkId);
    return {
      frameworkId,
      organisationId: facts[0]!.organisation_id,
      versions: facts.map(({ effective_on: from, version_id: value }) => ({ from, value })),
      deviations: deviations
        .filter((fact) => fact.framework_id === frameworkId)
        .flatMap((fact) => deviationKnown(fact, deviations)),
    };
  });

const withdrawnOn = (deviationId: Uuid, facts: readonly DeviationFact[]): CalendarDate | null =>
  facts.find((fact) => fact.fact === 'withdrawn' && fact.deviation_id === deviationId)?.effective_on ?? null;

const deviationKnown = (row: DeviationFact, facts: readonly DeviationFact[]): readonly Deviation[] => {
  const { version_id: versionId, reason, rule, direction, expires_on: expiresOn } = row;
  if (row.fact !== 'declared' || !versionId || reason === null || !rule || !direction || !expiresOn)
    return [];
  return [
    {
      deviationId: row.deviation_id,
      versionId,
      clauseId: row.clause_id,
      reason,
      rule,
      direction,
      from: row.effective_on,
      expiresOn,
      withdrawnOn: withdrawnOn(row.deviation_id, facts),
    },
  ];
};
