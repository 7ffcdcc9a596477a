import { isRejected, type Decider, type DomainEvent, type Fact } from '../decider.js';
import { fold } from '../fold.js';
import { factId } from './spec-for.js';

/** The facts that a run of commands leaves, refusals left out. */
export const play = <Command, State, Event extends DomainEvent, Reason extends string>(
  decider: Decider<Command, State, Event, Reason>,
  commands: readonly Command[],
): readonly Fact<Event>[] =>
  commands.reduce<readonly Fact<Event>[]>((facts, command) => {
    const outcome = decider.decide(command, fold(decider, facts));
    if (isRejected(outcome)) return facts;
    return [
      ...facts,
      ...outcome.map((event, index) => ({
        ...event,
        id: factId(facts.length + index),
        recordedAt: `2026-01-01T00:00:00.${String(facts.length).padStart(3, '0')}Z`,
      })),
    ];
  }, []);
