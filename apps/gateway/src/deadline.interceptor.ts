import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { timeout, type Observable } from 'rxjs';
import { Unavailable } from '@alongside/event-store';
import { limits } from '@alongside/graphql-kit';

/** Answers in bounded time, whatever a part does. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      timeout({
        first: limits.deadlineMs,
        with: () => {
          throw new Unavailable('The deadline of a request passed.');
        },
      }),
    );
  }
}
