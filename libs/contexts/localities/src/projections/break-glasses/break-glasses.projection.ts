import { disclosed, type Instant, type Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type { BreakGlassClass, BreakGlassEvent } from '../../contracts.js';

export interface BreakGlassRow {
  readonly break_glass_id: Uuid;
  readonly requested_by: Uuid;
  readonly organisation_id: Uuid;
  /** Null where everybody's records in the organisation are meant. */
  readonly person_id: Uuid | null;
  readonly classes: readonly BreakGlassClass[];
  /** Null once erased. */
  readonly reason: string | null;
  readonly hours: number;
  readonly status: 'requested' | 'approved' | 'refused' | 'ended';
  readonly requested_at: Instant;
  /** Who approved or refused. */
  readonly decided_by: Uuid | null;
  /** Null where nothing was ever opened. */
  readonly from_at: Instant | null;
  readonly until_at: Instant | null;
}

const answered = (
  event: Published<BreakGlassEvent>,
  fold: (row: BreakGlassRow) => Partial<BreakGlassRow>,
): Change<BreakGlassRow> => ({
  key: [event.data.breakGlassId],
  fold: (row) => row && { ...row, ...fold(row) },
});

/** Every emergency: who asked to read whose records, why, who let them, and from when until when. */
export const breakGlasses = projection<BreakGlassRow, BreakGlassEvent>({
  name: 'break-glasses',
  version: 1,
  table: 'localities.break_glass',
  columns: {
    break_glass_id: 'uuid',
    requested_by: 'uuid',
    organisation_id: 'uuid',
    person_id: 'uuid',
    classes: 'text[]',
    reason: 'text',
    hours: 'integer',
    status: 'text',
    requested_at: 'instant',
    decided_by: 'uuid',
    from_at: 'instant',
    until_at: 'instant',
  },
  key: ['break_glass_id'],
  // Counted: whoever's records were read learns why, also where the row names nobody.
  access: {
    class: 'C2',
    counted: true,
    operators: true,
    people: ['requested_by', 'person_id'],
    organisations: ['organisation_id'],
  },
  on: {
    BreakGlassRequested: ({ data, recordedAt }) => ({
      key: [data.breakGlassId],
      fold: () => ({
        break_glass_id: data.breakGlassId,
        requested_by: data.requestedBy,
        organisation_id: data.organisationId,
        person_id: data.personId,
        classes: data.classes,
        reason: disclosed(data.reason) ?? null,
        hours: data.hours,
        status: 'requested',
        requested_at: recordedAt,
        decided_by: null,
        from_at: null,
        until_at: null,
      }),
    }),
    BreakGlassApproved: (event) =>
      answered(event, () => ({
        status: 'approved',
        decided_by: event.data.approvedBy,
        from_at: event.data.from,
        until_at: event.data.until,
      })),
    BreakGlassRefused: (event) =>
      answered(event, () => ({ status: 'refused', decided_by: event.data.refusedBy })),
    BreakGlassEnded: (event) => answered(event, () => ({ status: 'ended', until_at: event.data.at })),
  },
});
