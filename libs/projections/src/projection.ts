import type { DataClass, DomainEvent, Fact, Instant, Uuid } from '@alongside/kernel';
import type { EventMetadata, Position } from '@alongside/event-store';

/** How a column stands in PostgreSQL. `instant` is timestamptz, in rows as ISO 8601 text in UTC. */
export type ColumnType =
  'uuid' | 'text' | 'date' | 'instant' | 'integer' | 'number' | 'boolean' | 'json' | 'uuid[]' | 'text[]';

/**
 * Who may see a row, as columns of the row itself. Row-level security policies are made from this. A row shows to
 * whoever satisfies any one of them; a table with none is seen by nobody but the projector.
 */
export interface TableAccess {
  /** The class of the most sensitive column. */
  readonly class: DataClass;
  /** A text column with each row's own class, where rows differ; it decides instead of `class`. */
  readonly classColumn?: string;
  /** Columns with organisations (uuid or uuid[]) whose staff may read this class in their own organisation. */
  readonly organisations?: readonly string[];
  /** Columns with the person whom the row is about. */
  readonly people?: readonly string[];
  /** Columns with localities whose members may all read the row. */
  readonly localities?: readonly string[];
  /**
   * Functions of the owner's may count its rows, to answer figures of rows that their caller may not see. What they
   * answer is theirs to make safe.
   */
  readonly counted?: true;
  /** Reference data that everybody signed in may read. */
  readonly everyone?: true;
  /** What people said or shared themselves, which no agreement between organisations passes on. */
  readonly unshared?: true;
  /** Rows about running the program, which its operators may read. */
  readonly operators?: true;
  /** Columns that say with whom a person shares the row, and for how long. */
  readonly sharedWith?: SharedWith;
}

/** What a person shares shows to whoever holds a role in an organisation, while it is shared. */
export interface SharedWith {
  readonly organisation: string;
  /** Holds `organisationLead`, `hr`, `supervisor`, or null for all of these; a supervisor sees people assigned alone. */
  readonly role: string;
  readonly person: string;
  /** The first day. */
  readonly from: string;
  /** The first day on which it is shared no longer; null: until withdrawn. */
  readonly to: string;
}

/** An event as a projection sees it: upcast, personal values opened where their keys still exist. */
export type Published<Event extends DomainEvent = DomainEvent> = Fact<Event> & {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly metadata: EventMetadata;
};

/** One row to write anew: `fold` gets the row as it is (undefined: none) and answers it as it shall be (undefined: none). */
export interface Change<Row> {
  readonly key: readonly string[];
  readonly fold: (row: Row | undefined) => Row | undefined;
}

/**
 * A read model of one table: a pure fold of events into rows found by key. The same fold is used live, in a rebuild
 * and in verification. `on` answers the rows that an event touches, in order; it reads nothing but the event.
 */
export interface Projection<Row extends object, Event extends DomainEvent = DomainEvent> {
  /** Named after the screen or question it answers. */
  readonly name: string;
  /** Raised with every change of meaning: a new version is rebuilt. */
  readonly version: number;
  /** `schema.table` */
  readonly table: string;
  readonly columns: { readonly [Column in keyof Row]: ColumnType };
  readonly key: readonly (keyof Row & string)[];
  readonly access: TableAccess;
  /** Events are given as they stand in the log: no personal value is opened for this projection. */
  readonly sealed?: true;
  readonly on: {
    readonly [Type in Event['type']]?: (
      event: Published<Extract<Event, { type: Type }>>,
    ) => Change<Row> | readonly Change<Row>[] | undefined;
  };
  /** Asked about every event whose type `on` does not name. */
  readonly onAny?: (event: Published) => Change<Row> | readonly Change<Row>[] | undefined;
}

/** A projection whose row and events are not known at the point of use. */
export interface AnyProjection {
  readonly name: string;
  readonly version: number;
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  readonly access: TableAccess;
  readonly sealed?: true;
  readonly on: Readonly<Record<string, ((event: Published) => unknown) | undefined>>;
  readonly onAny?: (event: Published) => unknown;
}

/** Checks a projection's types and forgets them. */
export const projection = <Row extends object, Event extends DomainEvent>(
  definition: Projection<Row, Event>,
): AnyProjection => definition as unknown as AnyProjection;

/** Columns that every timeline of facts has: what was true from when, learnt when, and corrected when. */
export interface FactColumns {
  readonly event_id: Uuid;
  readonly effective_on: string;
  readonly recorded_at: Instant;
  readonly corrected_at: Instant | null;
  readonly position: Position;
}
