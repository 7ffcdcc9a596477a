import { isSealed, type Json } from '@alongside/kernel';
import type { EventCodec, RecordedEvent } from '@alongside/event-store';
import { placeText } from '@alongside/privacy';
import { listensTo } from '../fold.js';
import type { AnyProjection, Published } from '../projection.js';
import { codeOf } from '../sql/failures.js';

/** An event in the forms that the projections which listen to it asked for. */
export interface PreparedEvent {
  readonly recorded: RecordedEvent;
  readonly opened?: Published | undefined;
  readonly sealed?: Published | undefined;
  /** Why it could not be brought into a form; every projection that asked for it parks the stream. */
  readonly fault?: unknown;
}

/** An event of the log as projections and process managers are given it. */
export const published = ({
  id,
  type,
  data,
  metadata,
  stream,
  revision,
  position,
}: RecordedEvent): Published => {
  const { recordedAt, corrects } = metadata;
  const event = corrects
    ? { id, type, data, recordedAt, corrects, stream, revision, position, metadata }
    : { id, type, data, recordedAt, stream, revision, position, metadata };
  return event as unknown as Published;
};

/** The event with sealed values that say where they stand in the log, so that they can be opened from elsewhere. */
const withPlaces = (event: RecordedEvent): RecordedEvent => {
  const sealed = Object.entries(event.data).filter(([, value]) => isSealed(value));
  if (sealed.length === 0) return event;
  const { stream, id: eventId, type, metadata } = event;
  const placed = sealed.map(([field, value]) => [
    field,
    { ...(value as object), of: placeText({ stream, eventId, type, version: metadata.version, field }) },
  ]);
  return { ...event, data: { ...event.data, ...(Object.fromEntries(placed) as Record<string, Json>) } };
};

/** Whether the same call may succeed in a moment: a key store or disk that does not answer, not an event that is broken. */
export const isPassing = (error: unknown): boolean => {
  const name = (error as { readonly name?: string } | null)?.name ?? '';
  return (
    /^(E[A-Z]{3,}|08...|53...|57...)$/.test(codeOf(error) ?? '') ||
    name.includes('Unavailable') ||
    name === 'OutcomeUnknown'
  );
};

/**
 * Brings events into the forms in which the projections want them; opens no value that nobody listens for.
 * An event that can never be read carries its fault. @throws what passes, such as a key store that is away
 */
export const preparing = (codec: EventCodec, projections: readonly AnyProjection[]) => {
  const wanted = new Map<string, { readonly opened: boolean; readonly sealed: boolean }>();
  const wantedOf = (type: string) => {
    const known = wanted.get(type);
    if (known) return known;
    const listening = projections.filter((projection) => listensTo(projection, type));
    const made = {
      opened: listening.some(({ sealed }) => !sealed),
      sealed: listening.some(({ sealed }) => sealed),
    };
    wanted.set(type, made);
    return made;
  };
  const prepare = async (recorded: RecordedEvent): Promise<PreparedEvent> => {
    const { opened, sealed } = wantedOf(recorded.type);
    try {
      const inClear = opened ? await codec.open(recorded) : undefined;
      const asStored = sealed ? codec.upcast(withPlaces(recorded)) : undefined;
      const open = inClear && published(inClear);
      // Where nothing is sealed both are the same event.
      return {
        recorded,
        opened: open,
        sealed: asStored === inClear ? open : asStored && published(asStored),
      };
    } catch (fault) {
      if (isPassing(fault)) throw fault;
      return { recorded, fault };
    }
  };
  return (events: readonly RecordedEvent[]): Promise<readonly PreparedEvent[]> =>
    Promise.all(events.map(prepare));
};
