import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting } from '@alongside/graphql-kit';
import { ClauseReader } from './clause.reader.js';
import { ClauseConnection } from './clause.types.js';
import { WithinArgs } from './paging.args.js';
import { VersionReader } from './version.reader.js';
import { DissentConnection, FrameworkVersion, VersionCommentConnection } from './version.types.js';

@Resolver(() => FrameworkVersion)
export class VersionPartsResolver {
  constructor(
    private readonly versions: VersionReader,
    private readonly texts: ClauseReader,
  ) {}

  @ResolveField(() => ClauseConnection, { description: 'The clauses that stand in it, by kind and title.' })
  clauses(@Parent() version: FrameworkVersion, @Args() args: WithinArgs, @Acting() act: Act) {
    return this.texts.clauses(act, version.versionId, args);
  }

  @ResolveField(() => DissentConnection, { description: 'The dissent from it, with what was said.' })
  dissent(@Parent() version: FrameworkVersion, @Args() args: WithinArgs, @Acting() act: Act) {
    return this.versions.dissent(act, version.versionId, args);
  }

  @ResolveField(() => VersionCommentConnection, {
    description:
      'What members said in consultation: shown to those who take part in the locality, and to each member their own.',
  })
  comments(@Parent() version: FrameworkVersion, @Args() args: WithinArgs, @Acting() act: Act) {
    return this.versions.comments(act, version.versionId, args);
  }
}
