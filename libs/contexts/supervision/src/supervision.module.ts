import { Module } from '@nestjs/common';
import { ArrangeSupervisionHandler } from './application/arrange-supervision/arrange-supervision.handler.js';
import { EngagementLookup } from './application/engagement.lookup.js';
import { OnSupervisionHandler } from './application/on-supervision/on-supervision.handler.js';
import { OwnLivedExperience } from './graphql/own-lived-experience.js';
import { SessionCommandsResolver } from './graphql/session-commands.resolver.js';
import { SessionReader } from './graphql/session.reader.js';
import { SupervisionCommandsResolver } from './graphql/supervision-commands.resolver.js';
import { SupervisionQueriesResolver } from './graphql/supervision-queries.resolver.js';
import { SupervisionReader } from './graphql/supervision.reader.js';

/** Arrangements and sessions of supervision in the graph. */
@Module({
  providers: [
    EngagementLookup,
    ArrangeSupervisionHandler,
    OnSupervisionHandler,
    OwnLivedExperience,
    SupervisionReader,
    SessionReader,
    SupervisionCommandsResolver,
    SessionCommandsResolver,
    SupervisionQueriesResolver,
  ],
})
export class SupervisionModule {}
