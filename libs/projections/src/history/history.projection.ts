import {
  isSealed,
  type AnyCatalogue,
  type CalendarDate,
  type DataClass,
  type Instant,
  type Json,
  type Uuid,
} from '@alongside/kernel';
import type { Position } from '@alongside/event-store';
import { projection, type AnyProjection, type Change, type Published } from '../projection.js';

/** One fact of the record, whatever its kind, as it was recorded. */
export interface HistoryRow {
  readonly event_id: Uuid;
  readonly position: Position;
  readonly stream: string;
  readonly type: string;
  readonly effective_on: CalendarDate;
  readonly recorded_at: Instant;
  readonly actor_id: Uuid;
  readonly organisation_id: Uuid | null;
  readonly locality_id: Uuid | null;
  /** The locality whose members may read the fact: set only where it belongs to no organisation and is about nobody. */
  readonly open_locality_id: Uuid | null;
  /** The person whom the fact is about. */
  readonly subject_id: Uuid | null;
  readonly corrects: Uuid | null;
  readonly correction_reason: string | null;
  readonly corrected_at: Instant | null;
  readonly corrected_by: Uuid | null;
  /** Open fields as they are; personal values sealed, with the place they open from. */
  readonly data: Readonly<Record<string, Json>>;
  /** The most sensitive class among the personal values; C3 at least for what a person keeps for themselves. */
  readonly class: DataClass;
}

/** The kind of stream in which people keep what is theirs alone: that there is a fact at all is as sensitive as it. */
const OWN_STREAM = 'private-';

const classOf = ({ stream, data }: Published): DataClass =>
  Object.values(data as object).reduce<DataClass>(
    (highest, value) => (isSealed(value) && value.class > highest ? value.class : highest),
    stream.startsWith(OWN_STREAM) ? 'C3' : 'C2',
  );

const subjectOf = (catalogues: readonly AnyCatalogue[]) => {
  const fields = new Map<string, string | null>();
  for (const catalogue of catalogues)
    for (const [type, { subject }] of Object.entries(catalogue)) fields.set(type, subject as string | null);
  return ({ type, data }: Published): Uuid | null => {
    const field = fields.get(type);
    return field === undefined || field === null
      ? null
      : ((data as unknown as Record<string, Uuid | undefined>)[field] ?? null);
  };
};

const corrected = (row: HistoryRow | undefined, { id, recordedAt }: Published): HistoryRow | undefined =>
  row && { ...row, corrected_at: recordedAt, corrected_by: id };

/**
 * Facts stand here as their newest version has them: where that changes, so does the meaning of this read model, and it is
 * built anew.
 */
const versionOf = (catalogues: readonly AnyCatalogue[]): number =>
  catalogues
    .flatMap((catalogue) => Object.values(catalogue))
    .reduce((sum, { version }) => sum + version - 1, 1);

/**
 * Every fact of the record in one table: what the audit trail and "what did we believe on the day?" are read from.
 * Personal values stay sealed here.
 */
export const historyProjection = (catalogues: readonly AnyCatalogue[]): AnyProjection => {
  const subject = subjectOf(catalogues);
  const rowOf = (event: Published): HistoryRow => {
    const { organisation, locality, actor } = event.metadata;
    const subjectId = subject(event);
    return {
      event_id: event.id,
      position: event.position,
      stream: event.stream,
      type: event.type,
      effective_on: event.data.effectiveOn,
      recorded_at: event.recordedAt,
      actor_id: actor,
      organisation_id: organisation,
      locality_id: locality,
      open_locality_id: organisation === null && subjectId === null ? locality : null,
      subject_id: subjectId,
      corrects: event.corrects?.eventId ?? null,
      correction_reason: event.corrects?.reason ?? null,
      corrected_at: null,
      corrected_by: null,
      data: event.data as unknown as Record<string, Json>,
      class: classOf(event),
    };
  };
  return projection<HistoryRow, never>({
    name: 'history',
    version: versionOf(catalogues),
    table: 'history.fact',
    columns: {
      event_id: 'uuid',
      position: 'text',
      stream: 'text',
      type: 'text',
      effective_on: 'date',
      recorded_at: 'instant',
      actor_id: 'uuid',
      organisation_id: 'uuid',
      locality_id: 'uuid',
      open_locality_id: 'uuid',
      subject_id: 'uuid',
      corrects: 'uuid',
      correction_reason: 'text',
      corrected_at: 'instant',
      corrected_by: 'uuid',
      data: 'json',
      class: 'text',
    },
    key: ['event_id'],
    access: {
      class: 'C4',
      classColumn: 'class',
      organisations: ['organisation_id'],
      people: ['subject_id'],
      counted: true,
      localities: ['open_locality_id'],
    },
    sealed: true,
    on: {},
    onAny: (event) => {
      const changes: Change<HistoryRow>[] = [{ key: [event.id], fold: () => rowOf(event) }];
      if (event.corrects)
        changes.push({ key: [event.corrects.eventId], fold: (row) => corrected(row, event) });
      return changes;
    },
  });
};
