import { deepStrictEqual } from 'node:assert/strict';
import { isRejected, type Decider, type DomainEvent, type Fact } from '../decider.js';
import { fold } from '../fold.js';

/** The id that `given` gives to the event at `index`, for corrections to name. */
export const factId = (index: number): string => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;

const asRecorded = <Event extends DomainEvent>(event: Event, index: number): Fact<Event> => {
  const stored = JSON.parse(JSON.stringify(event)) as Event;
  deepStrictEqual(stored, event, `${event.type} does not survive being stored as JSON`);
  return {
    ...stored,
    id: factId(index),
    recordedAt: new Date(Date.UTC(2025, 0, 1) + index * 1000).toISOString(),
  };
};

/**
 * Given-when-then for one decider. History is replayed through JSON, as the log does, and everything decided must
 * survive it too.
 */
export const specFor = <Command, State, Event extends DomainEvent, Reason extends string>(
  decider: Decider<Command, State, Event, Reason>,
) => ({
  given: (...history: readonly Event[]) => {
    const state = fold(decider, history.map(asRecorded));
    return {
      /** The state that the history leaves, for questions asked of state. */
      state,
      when: (command: Command) => {
        const outcome = decider.decide(command, state);
        return {
          outcome,
          then: (...expected: readonly Event[]) => {
            deepStrictEqual(outcome, expected);
            (outcome as readonly Event[]).forEach(asRecorded);
          },
          thenNothing: () => deepStrictEqual(outcome, []),
          thenRejected: (reason: Reason, details?: object) => {
            deepStrictEqual(isRejected(outcome) ? outcome.rejected : outcome, reason);
            if (details !== undefined)
              deepStrictEqual(isRejected(outcome) ? outcome.details : undefined, details);
          },
        };
      },
    };
  },
});
