import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { BoundaryReader } from './boundary.reader.js';
import { Boundary, BoundaryArgs, BoundaryConnection } from './boundary.types.js';
import { ConcernReader } from './concern.reader.js';
import { ConcernConnection } from './concern.types.js';
import { MayPerformReader } from './may-perform.reader.js';
import { MayPerform, MayPerformArgs } from './verdict.types.js';

@Resolver()
export class BoundaryQueriesResolver {
  constructor(
    private readonly boundaries: BoundaryReader,
    private readonly verdicts: MayPerformReader,
    private readonly raised: ConcernReader,
  ) {}

  @Query(() => Boundary, {
    name: 'boundary',
    nullable: true,
    description:
      'The boundary of an engagement: what is agreed, what waits for signatures, what was asked. Null where nothing is recorded that you may see.',
  })
  @Rule('signedIn')
  @Reads('boundary-agreement', 'boundary-line', 'boundary-query-raised', 'name-cards')
  boundary(@Args() { engagementId }: BoundaryArgs, @Acting() act: Act) {
    return this.boundaries.boundary(act, engagementId);
  }

  @Query(() => BoundaryConnection, {
    name: 'myBoundaries',
    description: 'Your own boundaries, one for each engagement in which anything is recorded.',
  })
  @Rule('signedIn')
  @Reads('boundary-agreement', 'boundary-line', 'boundary-query-raised', 'name-cards')
  myBoundaries(@Args() args: PageArgs, @Acting() act: Act) {
    return this.boundaries.mine(act, args);
  }

  @Query(() => MayPerform, {
    name: 'mayPerform',
    nullable: true,
    description:
      'Whether a worker may perform a task on a day: yes, no, only if, or not agreed, with the clause, the agreement, each condition and the facts that decided it. It rests on the training and supervision that you may read. Null where the engagement is not yours to see.',
  })
  @Rule('signedIn')
  @Reads(
    'engagement',
    'completions',
    'passport-shares',
    'supervision-arrangement',
    'adoption',
    'clause',
    'deviation',
  )
  mayPerform(@Args() args: MayPerformArgs, @Acting() act: Act) {
    return this.verdicts.answer(act, args);
  }

  @Query(() => ConcernConnection, {
    name: 'concerns',
    nullable: true,
    description:
      'The concerns that you raised or that were shared with you, latest first. Nobody else’s. Null, with the reason, where that you read them could not be written down.',
  })
  @Rule('signedIn')
  @Reads('boundary-concern')
  concerns(@Args() args: PageArgs, @Acting() act: Act) {
    return this.raised.visible(act, args);
  }
}
