import type { DomainEvent } from '@alongside/kernel';
import type { Change, FactColumns, Published } from './projection.js';

/** The columns that every table of facts has. */
export const factColumns = {
  event_id: 'uuid',
  effective_on: 'date',
  recorded_at: 'instant',
  corrected_at: 'instant',
  position: 'text',
} as const;

export const factOf = ({ id, data, recordedAt, position }: Published<DomainEvent>): FactColumns => ({
  event_id: id,
  effective_on: data.effectiveOn,
  recorded_at: recordedAt,
  corrected_at: null,
  position,
});

/** Marks the fact that the event corrects; it is never taken away, so that what was known stays known. */
export const correcting = <Row extends FactColumns>({
  corrects,
  recordedAt,
}: Published<DomainEvent>): readonly Change<Row>[] =>
  corrects ? [{ key: [corrects.eventId], fold: (row) => row && { ...row, corrected_at: recordedAt } }] : [];

/** The event's own fact, and the one that it corrects. */
export const recording = <Row extends FactColumns>(
  event: Published<DomainEvent>,
  row: Row,
): readonly Change<Row>[] => [...correcting<Row>(event), { key: [event.id], fold: () => row }];

/** As `recording`, of the particulars alone. */
export const recorded = <Row extends FactColumns>(
  event: Published<DomainEvent>,
  particulars: Omit<Row, keyof FactColumns>,
): readonly Change<Row>[] => recording<Row>(event, { ...particulars, ...factOf(event) } as Row);
