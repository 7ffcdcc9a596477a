import { randomUUID } from 'node:crypto';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { mergeMap, type Observable } from 'rxjs';
import { READS, type GraphQLContext } from '@alongside/graphql-kit';
import type { Area } from '@alongside/identity';
import { AccessLog } from './access-log.js';
import { eachOf, isStream } from './each-of.js';
import { peopleIn } from './people-in.js';
import { PlacesReader } from './places.reader.js';
import { readsToLog } from './sensitive-reads.js';

/** Nest token of the area of each projection, by the projection's name. */
export const AREA_OF_PROJECTION = Symbol('area-of-projection');

/**
 * Logs who is in the answer of a query or subscription under a break-glass or through an agreement, before it is shown.
 * Where the log cannot be written the answer is withheld.
 */
@Injectable()
export class SensitiveReadsInterceptor implements NestInterceptor {
  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(PlacesReader) private readonly places: PlacesReader,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AREA_OF_PROJECTION) private readonly areaOf: ReadonlyMap<string, Area>,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const operation = GqlExecutionContext.create(context);
    const { req } = operation.getContext<GraphQLContext>();
    const { fieldName: field, operation: asked } = operation.getInfo<GraphQLResolveInfo>();
    const { acting, correlation = randomUUID() } = req;
    if (asked.operation === 'mutation' || !acting) return next.handle();
    const { actor, scope } = acting;
    if (!actor.brokenGlass && !actor.sharings?.length) return next.handle();
    const reads = this.reflector.get<readonly string[] | undefined>(READS, context.getHandler()) ?? [];
    const areas = reads.flatMap((name) => this.areaOf.get(name) ?? []);
    const args = operation.getArgs<Readonly<Record<string, unknown>>>();
    const written = async <Answer>(answer: Answer): Promise<Answer> => {
      const mentions = await this.places.placed(scope, peopleIn(answer, args));
      await this.log.write({ actor, correlation }, readsToLog(actor, { field, areas, mentions }));
      return answer;
    };
    return next
      .handle()
      .pipe(
        mergeMap(async (answer: unknown) => (isStream(answer) ? eachOf(answer, written) : written(answer))),
      );
  }
}
