import type { DomainEvent } from './decider.js';

/**
 * How far a value may travel. C0 published aggregate; C1 work contact; C2 employment; C3 lived experience, adjustments
 * and benefits; C4 criminal-record decision.
 */
export const dataClasses = ['C0', 'C1', 'C2', 'C3', 'C4'] as const;
export type DataClass = (typeof dataClasses)[number];

/** A personal value as it stands in a stored event: unreadable without its key. */
export interface SealedValue {
  readonly sealed: 1;
  readonly class: DataClass;
  readonly key: string;
  readonly iv: string;
  readonly box: string;
  /** Where the value stands in the log, once it is held elsewhere: it opens as from there and from nowhere else. */
  readonly of?: string;
}

/** A personal value whose key was destroyed. It is known that there was one, and nothing else. */
export interface ErasedValue {
  readonly erased: true;
  /** When the key was destroyed. */
  readonly at: string;
}

/** A field that holds a personal value: plain when decided or opened, sealed in the log, erased once forgotten. */
export type Personal<Value> = Value | SealedValue | ErasedValue;

export const isSealed = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && 'sealed' in value;

export const isErased = (value: unknown): value is ErasedValue =>
  typeof value === 'object' && value !== null && 'erased' in value;

/** The value if it can be read here, else undefined. */
export const disclosed = <Value>(value: Personal<Value>): Value | undefined =>
  isSealed(value) || isErased(value) ? undefined : value;

/**
 * What the record must know of one type of event: which fields may stand in clear, and for all others whose key seals
 * them. A field that is not named as `open` is sealed; `sealed` says its class, C2 unless said otherwise.
 */
export interface EventEntry<Data> {
  /** The version that is written now. Older ones are brought up to it by `upcast` on reading. */
  readonly version: number;
  /** The field with the id of the person whom sealed values are about; null seals them for the organisation. */
  readonly subject: keyof Data | null;
  readonly open: readonly (keyof Data)[];
  readonly sealed?: Readonly<Partial<Record<keyof Data, DataClass>>>;
  /** Data of an older version brought to the next one: `upcast[1]` makes version 2 of version 1. */
  readonly upcast?: Readonly<
    Record<number, (data: Readonly<Record<string, unknown>>) => Record<string, unknown>>
  >;
}

/** Every type of event of a context. `Event` is the union of them, so a type left out does not compile. */
export type Catalogue<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: EventEntry<Extract<Event, { type: Type }>['data']>;
};

/** A catalogue whose event types are not known at the point of use. */
export type AnyCatalogue = Readonly<Record<string, EventEntry<never>>>;
