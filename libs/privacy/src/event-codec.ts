import {
  isSealed,
  type AnyCatalogue,
  type DataClass,
  type ErasedValue,
  type EventEntry,
  type Json,
  type SealedValue,
} from '@alongside/kernel';
import type { EventCodec, NewEvent, RecordedEvent } from '@alongside/event-store';
import { isDestroyed, type KeyStore } from './key-store.js';
import { erasedAt, keyedHash, openValue, placeText, sealValue } from './sealing.js';

type Entry = EventEntry<Record<string, unknown>>;
type Data = Readonly<Record<string, Json>>;

/** A key that sealed values in the log cannot be found: neither held nor known to be destroyed. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
}

/** What opens a personal value outside its event. */
export interface ValueOpener {
  /** The value, or what is left of it. @throws KeyMissing, or where it was altered or moved */
  readonly openValue: (value: SealedValue) => Promise<Json | ErasedValue>;
}

/**
 * Seals and opens events by the catalogues of all contexts. An event type that no catalogue names cannot be written,
 * and is read as it stands.
 */
export const createEventCodec = ({
  catalogues,
  keys,
  hashKey,
}: {
  readonly catalogues: readonly AnyCatalogue[];
  readonly keys: KeyStore;
  /** 32 bytes; the same for the life of the log. */
  readonly hashKey: Buffer;
}): EventCodec & ValueOpener => {
  const entries = new Map<string, Entry>();
  for (const catalogue of catalogues)
    for (const [type, entry] of Object.entries(catalogue)) {
      if (entries.has(type)) throw new Error(`Two contexts name an event ${type}.`);
      entries.set(type, entry as unknown as Entry);
    }
  const entryOf = (type: string): Entry => {
    const entry = entries.get(type);
    if (!entry) throw new Error(`No catalogue names an event ${type}.`);
    return entry;
  };

  const open = async (value: SealedValue, place: string): Promise<Json | ErasedValue> => {
    const key = await keys.find(value.key);
    if (!key)
      throw new KeyMissing(`The key ${value.key} is not in the key store. Restore the key store's backup.`);
    return isDestroyed(key) ? erasedAt(key.destroyedAt) : openValue(value, key, place);
  };

  const openEvent = async (event: RecordedEvent, classes: readonly DataClass[]): Promise<RecordedEvent> => {
    const sealed = Object.entries(event.data).filter(([, value]) => isSealed(value)) as [
      string,
      SealedValue & Json,
    ][];
    if (sealed.length === 0) return upcast(event);
    const data: Record<string, Json> = { ...event.data };
    for (const [field, value] of sealed) {
      const { stream, id: eventId, type } = event;
      const place = placeText({ stream, eventId, type, version: event.metadata.version, field });
      data[field] = (
        classes.includes(value.class) ? await open(value, place) : { ...(value as SealedValue), of: place }
      ) as Json;
    }
    return upcast({ ...event, data });
  };

  const upcast = (event: RecordedEvent): RecordedEvent => {
    const entry = entries.get(event.type);
    if (!entry || event.metadata.version >= entry.version) return event;
    let data: Data = event.data;
    for (let version = event.metadata.version; version < entry.version; version += 1) {
      const step = entry.upcast?.[version];
      if (!step) throw new Error(`${event.type} has no way from version ${version} to ${version + 1}.`);
      data = step(data) as Data;
    }
    return { ...event, data };
  };

  return {
    seal: async (event: NewEvent, stream) => {
      const { open: openFields, sealed, subject } = entryOf(event.type);
      const controller = event.metadata.organisation ?? event.metadata.locality;
      const data: Record<string, Json> = { ...event.data };
      for (const [field, value] of Object.entries(event.data)) {
        if (openFields.includes(field) || value === null || isSealed(value)) continue;
        const about = subject === null ? controller : (event.data[subject as string] as string | null);
        if (!controller || !about) throw new Error(`${event.type}.${field} has nobody to seal it for.`);
        const dataClass = sealed?.[field] ?? 'C2';
        const key = await keys.keyFor({ controller, subject: about, class: dataClass });
        const place = placeText({
          stream,
          eventId: event.id,
          type: event.type,
          version: event.metadata.version,
          field,
        });
        data[field] = sealValue(value, dataClass, key, place) as unknown as Json;
      }
      return { ...event, data };
    },
    upcast,
    open: (event) => openEvent(event, ['C0', 'C1', 'C2']),
    openAll: (event) => openEvent(event, ['C0', 'C1', 'C2', 'C3', 'C4']),
    version: (type) => entryOf(type).version,
    hash: (payload) => keyedHash(hashKey, canonical(payload)),
    openValue: (value) => {
      if (value.of === undefined) throw new Error('This sealed value does not say where it comes from.');
      return open(value, value.of);
    },
  };
};

/** JSON with the fields of objects in order: the same content gives the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'null';
