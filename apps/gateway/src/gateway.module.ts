import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import type { Logger } from 'pino';
import {
  AccessLog,
  AREA_OF_PROJECTION,
  LoggedOpener,
  PlacesReader,
  SensitiveReadsInterceptor,
} from '@alongside/access-log';
import { Commanding, LOGIN_KEY, NEWS, READ_MODELS, VALUE_OPENER, WRITING } from '@alongside/application';
import { projections } from '@alongside/deployment';
import { AtLeastInterceptor, READ_GATE } from '@alongside/graphql-kit';
import {
  AccessGuard,
  ACTOR_LOOKUP,
  areaOfSchema,
  Authentication,
  AUTHENTICATION_OPTIONS,
  TOKEN_VERIFIER,
} from '@alongside/identity';
import { DeadlineInterceptor } from './deadline.interceptor.js';
import type { GatewayOptions, GatewayParts } from './gateway-parts.js';
import { graphqlOptions } from './graphql-options.js';
import type { Metrics } from './metrics.js';

const areaOfProjection = new Map(
  projections.flatMap(({ name, table }) => {
    const area = areaOfSchema(table.split('.')[0]!);
    return area ? [[name, area] as const] : [];
  }),
);

/** Makes the parts known to every context; what opens values only to the access log's own opener. */
@Module({})
export class PartsModule {
  static of(parts: GatewayParts): DynamicModule {
    const providers = [
      { provide: WRITING, useValue: parts.writing },
      { provide: READ_MODELS, useValue: parts.readModels },
      { provide: LOGIN_KEY, useValue: parts.loginKey },
      { provide: READ_GATE, useValue: parts.gate },
      { provide: TOKEN_VERIFIER, useValue: parts.verifier },
      { provide: ACTOR_LOOKUP, useValue: parts.lookup },
      { provide: AUTHENTICATION_OPTIONS, useValue: { watch: parts.rights } },
      { provide: NEWS, useValue: parts.rights },
      { provide: AREA_OF_PROJECTION, useValue: areaOfProjection },
      Commanding,
      Authentication,
      AccessLog,
      LoggedOpener,
      PlacesReader,
    ];
    return {
      module: PartsModule,
      global: true,
      providers: [...providers, { provide: VALUE_OPENER, useValue: parts.opener }],
      exports: providers,
    };
  }
}

/** One graph of all contexts, behind one guard. */
@Module({})
export class GatewayModule {
  static of(parts: GatewayParts, options: GatewayOptions, metrics: Metrics, log: Logger): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        PartsModule.of(parts),
        CqrsModule.forRoot(),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Authentication],
          useFactory: (authentication: Authentication) =>
            graphqlOptions(options, { authentication, standing: parts.standing, metrics, log }),
        }),
        ...parts.contexts,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: DeadlineInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AtLeastInterceptor },
        { provide: APP_INTERCEPTOR, useClass: SensitiveReadsInterceptor },
      ],
    };
  }
}
