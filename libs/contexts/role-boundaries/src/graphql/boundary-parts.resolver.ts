import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting } from '@alongside/graphql-kit';
import { BoundaryReader } from './boundary.reader.js';
import { Boundary, BoundaryLine, BoundaryQueryConnection, WithinBoundaryArgs } from './boundary.types.js';

@Resolver(() => Boundary)
export class BoundaryPartsResolver {
  constructor(private readonly boundaries: BoundaryReader) {}

  @ResolveField(() => [BoundaryLine], {
    description: 'What both signed last, by task: one line for each. Empty while nothing is agreed.',
  })
  lines(@Parent() boundary: Boundary, @Acting() act: Act) {
    return this.boundaries.lines(act, boundary.boundaryId);
  }

  @ResolveField(() => BoundaryQueryConnection, {
    description: 'Questions about tasks, answered or not, latest first.',
  })
  queries(@Parent() boundary: Boundary, @Args() args: WithinBoundaryArgs, @Acting() act: Act) {
    return this.boundaries.queries(act, boundary.boundaryId, args);
  }
}
