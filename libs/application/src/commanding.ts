import { Inject, Injectable } from '@nestjs/common';
import { mayCommand, type Area } from '@alongside/identity';
import { execute, type CommandContext, type Outcome, type Writing } from '@alongside/event-store';
import type { Decider, DomainEvent, Uuid } from '@alongside/kernel';
import { SYSTEM_ACTOR, type Act, type SystemAct } from './act.js';

/** Nest token of the one `Writing` of the program. */
export const WRITING = Symbol('writing');

/** Whose thing a command touches, and so who may give it and whose record the fact becomes. */
export interface Owner {
  /** Organisations whose staff may act, the controller of the record first; none for what belongs to a locality. */
  readonly organisations?: readonly Uuid[];
  readonly localities?: readonly Uuid[];
  /** The person whom it concerns. */
  readonly person?: Uuid;
}

export interface Run<Command, State, Event extends DomainEvent, Reason extends string> {
  readonly area: Area;
  readonly decider: Decider<Command, State, Event, Reason>;
  readonly stream: string;
  readonly command: Command | ((state: State) => Command | Promise<Command>);
  /** What the caller sent: compared when a command id comes again. */
  readonly payload: unknown;
  /** Read from the state, the one authority on it; undefined where there is no such thing. */
  readonly owner: (state: State) => Owner | undefined;
  readonly opened?: boolean;
}

/**
 * Runs a command for whoever asks: not found where the thing does not exist or is not theirs to act on, else what its
 * rules decide.
 */
@Injectable()
export class Commanding {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  run<Command, State, Event extends DomainEvent, Reason extends string>(
    act: Act | SystemAct,
    { area, decider, stream, command, payload, owner, opened = false }: Run<Command, State, Event, Reason>,
  ): Promise<Outcome<Reason, Event>> {
    return execute(this.writing, {
      decider,
      stream,
      command,
      payload: askedFor(act, payload),
      opened,
      context: contextOf(act),
      controller: (state) => {
        const { organisations, localities } = owner(state) ?? {};
        return { organisation: organisations?.[0] ?? null, locality: localities?.[0] ?? null };
      },
      permit: (state) => {
        const found = owner(state);
        return found !== undefined && (act.actor === 'system' || mayCommand(act.actor, area, found));
      },
    });
  }
}

const askedFor = (act: Act | SystemAct, payload: unknown): unknown => {
  const { operation } = act as Act;
  return operation === undefined ? payload : { [operation]: payload };
};

const contextOf = (act: Act | SystemAct): CommandContext =>
  act.actor === 'system'
    ? {
        actor: SYSTEM_ACTOR,
        organisation: null,
        locality: null,
        client: (act as SystemAct).client,
        commandId: act.commandId,
        correlation: act.correlation,
        causation: (act as SystemAct).causation,
      }
    : {
        actor: act.actor.id,
        organisation: null,
        locality: null,
        client: act.actor.client,
        commandId: act.commandId,
        correlation: act.correlation,
        ...((act as Act).traceparent ? { traceparent: (act as Act).traceparent! } : {}),
      };
