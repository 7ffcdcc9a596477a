import { Module } from '@nestjs/common';
import { Engaging } from './application/engaging.js';
import { BeginEngagementHandler } from './application/begin-engagement/begin-engagement.handler.js';
import { EstablishPostHandler } from './application/establish-post/establish-post.handler.js';
import { OnEngagementHandler } from './application/on-engagement/on-engagement.handler.js';
import { OnPostHandler } from './application/on-post/on-post.handler.js';
import { EmploymentQueriesResolver } from './graphql/employment-queries.resolver.js';
import { EngagementAsAtReader } from './graphql/engagement-as-at.reader.js';
import { EngagementCommandsResolver } from './graphql/engagement-commands.resolver.js';
import { LocalitySummaryReader } from './graphql/locality-summary.reader.js';
import { PostCommandsResolver } from './graphql/post-commands.resolver.js';
import { PostReader } from './graphql/post.reader.js';
import { WorkforceReader } from './graphql/workforce.reader.js';

/** Posts, engagements and pay scales in the graph. */
@Module({
  providers: [
    Engaging,
    EstablishPostHandler,
    OnPostHandler,
    BeginEngagementHandler,
    OnEngagementHandler,
    PostReader,
    WorkforceReader,
    EngagementAsAtReader,
    LocalitySummaryReader,
    PostCommandsResolver,
    EngagementCommandsResolver,
    EmploymentQueriesResolver,
  ],
})
export class EmploymentModule {}
