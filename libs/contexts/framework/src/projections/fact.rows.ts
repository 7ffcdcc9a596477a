import type { DomainEvent } from '@alongside/kernel';
import type { Change, FactColumns, Published } from '@alongside/projections';

export const factColumns = {
  event_id: 'uuid',
  effective_on: 'date',
  recorded_at: 'instant',
  corrected_at: 'instant',
  position: 'text',
} as const;

type Facts<Row> = Omit<Row, keyof FactColumns>;

/** The row of a new fact and, where it corrects one, the end of what was believed until now. */
export const recorded = <Row extends FactColumns, Event extends DomainEvent>(
  event: Published<Event>,
  facts: Facts<Row>,
): readonly Change<Row>[] => {
  const row = {
    ...facts,
    event_id: event.id,
    effective_on: event.data.effectiveOn,
    recorded_at: event.recordedAt,
    corrected_at: null,
    position: event.position,
  } as unknown as Row;
  const inserted: Change<Row> = { key: [event.id], fold: () => row };
  const { corrects } = event;
  if (!corrects) return [inserted];
  const ended: Change<Row> = {
    key: [corrects.eventId],
    fold: (wrong) => wrong && { ...wrong, corrected_at: event.recordedAt },
  };
  return [ended, inserted];
};
