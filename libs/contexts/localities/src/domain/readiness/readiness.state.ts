import { timeline, type CalendarDate, type Fact, type Uuid } from '@alongside/kernel';
import type {
  ItemInPlace,
  ReadinessItemLapsed,
  ReadinessItemMet,
  ReadinessItemWaived,
} from '../../contracts.js';
import { saying, type Said } from '../said.js';

export type ReadinessEvent = ReadinessItemMet | ReadinessItemLapsed | ReadinessItemWaived;

export interface ItemStanding {
  readonly status: 'met' | 'waived' | 'lapsed';
  /** The last day. */
  readonly until: CalendarDate | null;
}

/** How each readiness item stood over time, by clause. */
export type Readiness = Readonly<Record<Uuid, readonly Said<ItemStanding>[]>>;

/** Whoever states what they have in place: an organisation, or one of its teams. */
export interface WithReadiness {
  readonly readiness: Readiness;
}

export const readinessAfter = (readiness: Readiness, fact: Fact<ReadinessEvent>): Readiness => {
  switch (fact.type) {
    case 'ReadinessItemMet':
      return standing(readiness, fact, { status: 'met', until: fact.data.until });
    case 'ReadinessItemWaived':
      return standing(readiness, fact, { status: 'waived', until: fact.data.expiresOn });
    case 'ReadinessItemLapsed':
      // What never was leaves whatever was said before it in place.
      return fact.corrects ? readiness : standing(readiness, fact, { status: 'lapsed', until: null });
    default:
      return fact satisfies never;
  }
};

const standing = (readiness: Readiness, fact: Fact<ReadinessEvent>, value: ItemStanding): Readiness => ({
  ...readiness,
  [fact.data.clauseId]: saying(readiness[fact.data.clauseId] ?? [], fact, value),
});

/** One readiness item on a day; undefined where it is neither met nor waived then. */
export const itemOn = (
  { readiness }: WithReadiness,
  clauseId: Uuid,
  day: CalendarDate,
): ItemInPlace | undefined => {
  const value = timeline.valueOn(readiness[clauseId] ?? [], day);
  if (!value || value.status === 'lapsed' || (value.until !== null && value.until < day)) return undefined;
  return { clauseId, status: value.status, until: value.until };
};

/** The readiness items in place on a day: what `ReadinessOf` answers. */
export const readinessOn = (state: WithReadiness, day: CalendarDate): readonly ItemInPlace[] =>
  Object.keys(state.readiness).flatMap((clauseId) => itemOn(state, clauseId, day) ?? []);
