import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { BoundaryAgreed, LineCondition, LineDirection, LineStance } from '../../contracts.js';

/** What both signed last about one task. An agreement that has ended keeps its lines; `agreement.ended_on` says so. */
export interface LineRow {
  readonly boundary_id: Uuid;
  readonly task: string;
  readonly engagement_id: Uuid;
  readonly person_id: Uuid;
  readonly organisation_id: Uuid;
  readonly locality_id: Uuid;
  readonly stance: LineStance;
  readonly conditions: readonly LineCondition[];
  readonly direction: LineDirection;
  readonly clause_id: Uuid | null;
  readonly deviation_id: Uuid | null;
  readonly agreed_on: CalendarDate;
  readonly agreed_event_id: Uuid;
}

export const lineProjection = projection<LineRow, BoundaryAgreed>({
  name: 'boundary-line',
  version: 1,
  table: 'role_boundaries.line',
  columns: {
    boundary_id: 'uuid',
    task: 'text',
    engagement_id: 'uuid',
    person_id: 'uuid',
    organisation_id: 'uuid',
    locality_id: 'uuid',
    stance: 'text',
    conditions: 'json',
    direction: 'text',
    clause_id: 'uuid',
    deviation_id: 'uuid',
    agreed_on: 'date',
    agreed_event_id: 'uuid',
  },
  key: ['boundary_id', 'task'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    BoundaryAgreed: ({ id, data }): readonly Change<LineRow>[] => [
      ...data.dropped.map((task) => ({ key: [data.boundaryId, task], fold: () => undefined })),
      ...data.lines.map((line) => ({
        key: [data.boundaryId, line.task],
        fold: () => ({
          boundary_id: data.boundaryId,
          task: line.task,
          engagement_id: data.engagementId,
          person_id: data.personId,
          organisation_id: data.organisationId,
          locality_id: data.localityId,
          stance: line.stance,
          conditions: line.conditions,
          direction: line.direction,
          clause_id: line.clauseId,
          deviation_id: line.deviationId,
          agreed_on: data.effectiveOn,
          agreed_event_id: id,
        }),
      })),
    ],
  },
});
