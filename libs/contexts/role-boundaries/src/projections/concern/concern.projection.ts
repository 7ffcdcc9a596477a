import type { CalendarDate, Personal, Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { ConcernEvent } from '../../contracts.js';

/**
 * A concern, for the people who may see it and for nobody else: not for the organisation, and not for the worker it is
 * about unless the worker is one of them.
 */
export interface ConcernRow {
  readonly concern_id: Uuid;
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly task: string | null;
  readonly raised_by: Uuid;
  readonly raised_on: CalendarDate;
  readonly text: Personal<string>;
  /** Whoever raised it, and those with whom it is shared. */
  readonly visible_to: readonly Uuid[];
  readonly resolved_by: Uuid | null;
  readonly resolved_on: CalendarDate | null;
  readonly outcome: Personal<string> | null;
}

export const concernProjection = projection<ConcernRow, ConcernEvent>({
  name: 'boundary-concern',
  version: 1,
  table: 'role_boundaries.concern',
  columns: {
    concern_id: 'uuid',
    engagement_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    task: 'text',
    raised_by: 'uuid',
    raised_on: 'date',
    text: 'json',
    visible_to: 'uuid[]',
    resolved_by: 'uuid',
    resolved_on: 'date',
    outcome: 'json',
  },
  key: ['concern_id'],
  // In this class a person reads their own rows alone: supervisors of those who may see a concern do not.
  access: { class: 'C3', people: ['visible_to'] },
  on: {
    ConcernRaised: ({ data }) => ({
      key: [data.concernId],
      fold: () => ({
        concern_id: data.concernId,
        engagement_id: data.engagementId,
        person_id: data.personId,
        organisation_id: data.organisationId,
        locality_id: data.localityId,
        task: data.task,
        raised_by: data.raisedBy,
        raised_on: data.effectiveOn,
        text: data.text,
        visible_to: [data.raisedBy, ...data.visibleTo],
        resolved_by: null,
        resolved_on: null,
        outcome: null,
      }),
    }),
    ConcernShared: ({ data }) => ({
      key: [data.concernId],
      fold: (row) => row && { ...row, visible_to: [...row.visible_to, ...data.with] },
    }),
    ConcernResolved: ({ data }) => ({
      key: [data.concernId],
      fold: (row) =>
        row && {
          ...row,
          resolved_by: data.resolvedBy,
          resolved_on: data.effectiveOn,
          outcome: data.outcome,
        },
    }),
  },
});
