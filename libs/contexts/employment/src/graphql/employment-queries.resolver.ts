import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { EngagementAsAtReader } from './engagement-as-at.reader.js';
import { LocalitySummaryReader } from './locality-summary.reader.js';
import { PostReader } from './post.reader.js';
import { Post, PostArgs, PostConnection, PostsArgs } from './post.types.js';
import { WorkforceReader } from './workforce.reader.js';
import {
  EngagementArgs,
  EngagementAsAt,
  EngagementConnection,
  LocalitySummary,
  LocalitySummaryArgs,
  WorkforceArgs,
} from './workforce.types.js';

@Resolver()
export class EmploymentQueriesResolver {
  constructor(
    private readonly posts: PostReader,
    private readonly workforces: WorkforceReader,
    private readonly engagements: EngagementAsAtReader,
    private readonly summaries: LocalitySummaryReader,
  ) {}

  @Query(() => Post, {
    name: 'post',
    nullable: true,
    description:
      'A post of an organisation that you work for; null where there is none of this id that you may see.',
  })
  @Rule('signedIn')
  @Reads('post')
  post(@Args() args: PostArgs, @Acting() act: Act) {
    return this.posts.post(act, args.postId);
  }

  @Query(() => PostConnection, { name: 'posts', description: 'The posts of an organisation, by title.' })
  @Rule('signedIn')
  @Reads('post', 'organisations')
  postsOf(@Args() args: PostsArgs, @Acting() act: Act) {
    return this.posts.posts(act, args);
  }

  @Query(() => EngagementConnection, {
    name: 'workforce',
    description: 'Who works for an organisation on a day, by name. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('engagement', 'post-banding', 'organisations', 'name-cards')
  workforce(@Args() args: WorkforceArgs, @Acting() act: Act) {
    return this.workforces.workforce(act, args);
  }

  @Query(() => EngagementAsAt, {
    name: 'engagement',
    nullable: true,
    description:
      'One engagement, as it was true on a day and known at a moment: what is true now, and what was believed before a correction. Null where there is none of this id that you may see.',
  })
  @Rule('signedIn')
  @Reads('engagement-fact', 'post-banding')
  engagement(@Args() args: EngagementArgs, @Acting() act: Act) {
    return this.engagements.engagement(act, args);
  }

  @Query(() => LocalitySummary, {
    name: 'localitySummary',
    nullable: true,
    description:
      'How many peer workers a locality has, by organisation, sector and band. For its month-ends only, rounded, and with small counts left out, but for organisations whose workforce you may read. Null where you take no part in the locality.',
  })
  @Rule('signedIn')
  @Reads('engagement-fact', 'post-banding', 'organisations', 'organisation-names')
  localitySummary(@Args() args: LocalitySummaryArgs, @Acting() act: Act) {
    return this.summaries.summary(act, args);
  }
}
