import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { timeout, type Observable } from 'rxjs';
import { OutcomeUnknown } from '@alongside/event-store';
import { limits } from '@alongside/graphql-kit';

/** Answers in bounded time, whatever a part does. A command that is given up on may still be recorded. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      timeout({
        first: limits.deadlineMs,
        with: () => {
          throw isCommand(context) ? new OutcomeUnknown('The deadline of a command passed.') : tooLate();
        },
      }),
    );
  }
}

const isCommand = (context: ExecutionContext): boolean =>
  context.getType<string>() === 'graphql' &&
  GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>().operation.operation === 'mutation';

const tooLate = (): GraphQLError =>
  new GraphQLError('This could not be answered in time. Ask again in a while, or for less at once.', {
    extensions: { code: 'UNAVAILABLE' },
  });
