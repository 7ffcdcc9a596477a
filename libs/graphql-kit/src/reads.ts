import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Observable } from 'rxjs';
import type { Position } from '@alongside/event-store';
import type { GraphQLContext } from './acting.js';

export const READS = 'alongside:reads';

/** Declares the projections that a query answers from: `atLeast` waits for these, and staleness is said of these. */
export const Reads = (...projections: readonly string[]) => SetMetadata(READS, projections);

/** Nest token of the `ReadGate`. */
export const READ_GATE = Symbol('read-gate');

/** Knows how far projections have got. */
export interface ReadGate {
  /** Waits 2 seconds at most. `beyond`: the record itself has not got there. */
  readonly reached: (
    projections: readonly string[],
    position: Position,
  ) => Promise<'reached' | 'behind' | 'beyond'>;
}

/** Holds a query back until its read models show what `atLeast` names. */
@Injectable()
export class AtLeastInterceptor implements NestInterceptor {
  constructor(
    @Inject(READ_GATE) private readonly gate: ReadGate,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const projections = this.reflector.get<readonly string[] | undefined>(READS, context.getHandler()) ?? [];
    const operation = GqlExecutionContext.create(context);
    const { reads } = operation.getContext<GraphQLContext>();
    for (const name of projections) reads.add(name);
    const { atLeast } = operation.getArgs<{ atLeast?: Position }>();
    if (!atLeast) return next.handle();
    const reached = await this.gate.reached(projections, atLeast);
    if (reached === 'behind')
      throw new GraphQLError('The read models have not got to this position within 2 seconds. Ask again.', {
        extensions: { code: 'READ_MODEL_BEHIND' },
      });
    if (reached === 'beyond')
      throw new GraphQLError(
        'The record has not reached this position. Give one that a command answered with.',
        {
          extensions: { code: 'BAD_USER_INPUT' },
        },
      );
    return next.handle();
  }
}
