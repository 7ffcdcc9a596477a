import { Module } from '@nestjs/common';
import { AgreeExceptionHandler } from './application/agree-exception/agree-exception.handler.js';
import { EngagementLookup } from './application/looking-up/engagement.lookup.js';
import { FrameworkLookup } from './application/looking-up/framework.lookup.js';
import { OnBoundaryHandler } from './application/on-boundary/on-boundary.handler.js';
import { OnConcernHandler } from './application/on-concern/on-concern.handler.js';
import { ProposeBoundaryHandler } from './application/propose-boundary/propose-boundary.handler.js';
import { RaiseConcernHandler } from './application/raise-concern/raise-concern.handler.js';
import { BoundaryCommandsResolver } from './graphql/boundary-commands.resolver.js';
import { BoundaryPartsResolver } from './graphql/boundary-parts.resolver.js';
import { BoundaryQueriesResolver } from './graphql/boundary-queries.resolver.js';
import { BoundaryReader } from './graphql/boundary.reader.js';
import { ConcernCommandsResolver } from './graphql/concern-commands.resolver.js';
import { ConcernReader } from './graphql/concern.reader.js';
import { MayPerformReader } from './graphql/may-perform.reader.js';
import { PerformanceFactsReader } from './graphql/performance-facts.reader.js';
import { TaskCommandsResolver } from './graphql/task-commands.resolver.js';

/** Boundaries, verdicts on tasks, and concerns in the graph. */
@Module({
  providers: [
    EngagementLookup,
    FrameworkLookup,
    ProposeBoundaryHandler,
    AgreeExceptionHandler,
    OnBoundaryHandler,
    RaiseConcernHandler,
    OnConcernHandler,
    BoundaryReader,
    PerformanceFactsReader,
    MayPerformReader,
    ConcernReader,
    BoundaryCommandsResolver,
    TaskCommandsResolver,
    ConcernCommandsResolver,
    BoundaryQueriesResolver,
    BoundaryPartsResolver,
  ],
})
export class RoleBoundariesModule {}
