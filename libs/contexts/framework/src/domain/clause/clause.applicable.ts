import { timeline, type CalendarDate, type Timeline, type Uuid } from '@alongside/kernel';
import type { ApplicableClause, Clause, ClauseRule, DeviationDirection } from '../../contracts.js';

/** A deviation and the days on which it holds. */
export interface Deviation {
  readonly deviationId: Uuid;
  readonly versionId: Uuid;
  readonly clauseId: Uuid;
  readonly reason: string;
  readonly rule: ClauseRule;
  readonly direction: DeviationDirection;
  readonly from: CalendarDate;
  /** The last day. */
  readonly expiresOn: CalendarDate;
  /** The first day on which it no longer holds; null where it was not withdrawn. */
  readonly withdrawnOn: CalendarDate | null;
}

/** What one organisation has adopted of one framework over time; null from where nothing is adopted. */
export interface Adoption {
  readonly frameworkId: Uuid;
  readonly organisationId: Uuid;
  readonly versions: Timeline<Uuid | null>;
  readonly deviations: readonly Deviation[];
}

export interface ClauseOfVersion extends Clause {
  readonly versionId: Uuid;
}

export const holdsOn = ({ from, expiresOn, withdrawnOn }: Deviation, on: CalendarDate): boolean =>
  from <= on && on <= expiresOn && (withdrawnOn === null || on < withdrawnOn);

/**
 * The clauses that bind on a day, in the order of `versionClauses` for each adoption. A deviation was declared from a
 * clause of one version, so it falls away when another version is adopted.
 */
export const applicableClauses = (
  adoptions: readonly Adoption[],
  versionClauses: readonly ClauseOfVersion[],
  on: CalendarDate,
): readonly ApplicableClause[] =>
  adoptions.flatMap(({ frameworkId, versions, deviations }) => {
    const adopted = timeline.valueOn(versions, on) ?? null;
    if (adopted === null) return [];
    return versionClauses
      .filter(({ versionId }) => versionId === adopted)
      .map((clause) => {
        const deviation = deviations.find(
          (one) => one.versionId === adopted && one.clauseId === clause.clauseId && holdsOn(one, on),
        );
        return applied(frameworkId, clause, deviation);
      });
  });

const applied = (
  frameworkId: Uuid,
  { clauseId, versionId, kind, title, wording, rule }: ClauseOfVersion,
  deviation: Deviation | undefined,
): ApplicableClause => ({
  clauseId,
  versionId,
  frameworkId,
  kind,
  title,
  wording,
  rule: deviation?.rule ?? rule,
  deviation: deviation
    ? {
        deviationId: deviation.deviationId,
        direction: deviation.direction,
        reason: deviation.reason,
        expiresOn: deviation.expiresOn,
        frameworkRule: rule,
      }
    : null,
});
