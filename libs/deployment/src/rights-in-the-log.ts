import { factsOf, Unavailable, type Writing } from '@alongside/event-store';
import { fold, type CalendarDate, type Uuid } from '@alongside/kernel';
import { integrationClientStream, membershipStream, OPERATORS } from '@alongside/localities/contracts';
import { integrationClient, membership, operators, type Period } from '@alongside/localities/domain';
import type { RightRow } from './read-model-actor-lookup.js';

type Record = Pick<Writing, 'store' | 'codec'>;

/** When each grant and delegation of a membership holds, by its event. */
type Standing = ReadonlyMap<Uuid, Period>;

const inOrder = (held: readonly (Period & { readonly eventId: Uuid })[]): Standing =>
  new Map(held.map((one) => [one.eventId, one]));

const standingOf = async (record: Record, membershipId: Uuid): Promise<Standing> => {
  const facts = await factsOf(record, membershipStream(membershipId));
  if (membershipId === OPERATORS) return inOrder(fold(operators, facts as never).appointments);
  const { grants, delegations } = fold(membership, facts as never);
  return inOrder([...grants, ...delegations]);
};

const isDisabled = async (record: Record, clientId: Uuid): Promise<boolean> => {
  const state = fold(integrationClient, (await factsOf(record, integrationClientStream(clientId))) as never);
  return state.status === 'Disabled';
};

const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b < a) ? b : a;

/**
 * The rights without what has ended in the log already, where a read model that is behind still has them: nobody keeps
 * a role because a projector stands still. As they are where the log cannot be asked.
 */
export const asTheLogHasThem = async (
  record: Record,
  rows: readonly RightRow[],
): Promise<readonly RightRow[]> => {
  const memberships = [...new Set(rows.flatMap((row) => row[15] ?? []))];
  const clients = [...new Set(rows.flatMap((row) => (row[1] === 'integration' ? [row[0]] : [])))];
  try {
    const standing = new Map(
      await Promise.all(memberships.map(async (id) => [id, await standingOf(record, id)] as const)),
    );
    const disabled = new Map(
      await Promise.all(clients.map(async (id) => [id, await isDisabled(record, id)] as const)),
    );
    return rows.flatMap((row) => {
      const [grantId, basis] = row;
      if (basis === 'integration') return disabled.get(grantId) ? [] : [row];
      const membershipId = row[15];
      if (membershipId === null) return [row];
      const held = standing.get(membershipId)?.get(grantId);
      if (!held) return [];
      const until = earlier(row[13], held.until);
      return [row.with(13, until) as RightRow];
    });
  } catch (error) {
    if (error instanceof Unavailable) return rows;
    throw error;
  }
};
