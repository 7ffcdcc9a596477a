import type { CalendarDate, Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, projection, recorded } from '@alongside/projections';
import type { AdoptionEvent, ClauseRule, DeviationDirection } from '../../contracts.js';

/**
 * A deviation as declared, or its withdrawal: two facts of one `deviation_id`, so that what was known of it on any day
 * can be told. From `version_id` on, the columns are null in a withdrawal.
 */
export interface DeviationRow extends FactColumns {
  readonly deviation_id: Uuid;
  readonly fact: 'declared' | 'withdrawn';
  readonly framework_id: Uuid;
  readonly organisation_id: Uuid;
  readonly clause_id: Uuid;
  readonly version_id: Uuid | null;
  readonly reason: string | null;
  /** The last day. */
  readonly expires_on: CalendarDate | null;
  readonly rule: ClauseRule | null;
  readonly direction: DeviationDirection | null;
}

export const deviationProjection = projection<DeviationRow, AdoptionEvent>({
  name: 'deviation',
  version: 1,
  table: 'framework.deviation',
  columns: {
    ...factColumns,
    deviation_id: 'uuid',
    fact: 'text',
    framework_id: 'uuid',
    organisation_id: 'uuid',
    clause_id: 'uuid',
    version_id: 'uuid',
    reason: 'text',
    expires_on: 'date',
    rule: 'json',
    direction: 'text',
  },
  key: ['event_id'],
  access: { class: 'C0', everyone: true },
  on: {
    DeviationDeclared: (event) =>
      recorded<DeviationRow>(event, {
        deviation_id: event.data.deviationId,
        fact: 'declared',
        framework_id: event.data.frameworkId,
        organisation_id: event.data.organisationId,
        clause_id: event.data.clauseId,
        version_id: event.data.versionId,
        reason: event.data.reason,
        expires_on: event.data.expiresOn,
        rule: event.data.rule,
        direction: event.data.direction,
      }),
    DeviationWithdrawn: (event) =>
      recorded<DeviationRow>(event, {
        deviation_id: event.data.deviationId,
        fact: 'withdrawn',
        framework_id: event.data.frameworkId,
        organisation_id: event.data.organisationId,
        clause_id: event.data.clauseId,
        version_id: null,
        reason: null,
        expires_on: null,
        rule: null,
        direction: null,
      }),
  },
});
