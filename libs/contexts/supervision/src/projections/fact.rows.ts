import type { DomainEvent } from '@alongside/kernel';
import type { Change, FactColumns, Published } from '@alongside/projections';

export const factColumns = {
  event_id: 'uuid',
  effective_on: 'date',
  recorded_at: 'instant',
  corrected_at: 'instant',
  position: 'text',
} as const;

/** The row of a new fact and, where it corrects one, the end of what was believed until now. */
export const recorded = <Row extends FactColumns>(
  event: Published<DomainEvent>,
  facts: Omit<Row, keyof FactColumns>,
): readonly Change<Row>[] => {
  const columns: FactColumns = {
    event_id: event.id,
    effective_on: event.data.effectiveOn,
    recorded_at: event.recordedAt,
    corrected_at: null,
    position: event.position,
  };
  const inserted: Change<Row> = { key: [event.id], fold: () => ({ ...facts, ...columns }) as Row };
  const { corrects } = event;
  if (!corrects) return [inserted];
  const ended: Change<Row> = {
    key: [corrects.eventId],
    fold: (wrong) => wrong && { ...wrong, corrected_at: event.recordedAt },
  };
  return [ended, inserted];
};
