import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { ApplicableClauses, type ApplicableClause } from '../contracts.js';
import { AdoptionReader } from './adoption.reader.js';
import { AdoptionConnection, AdoptionsArgs } from './adoption.types.js';
import { ClauseReader } from './clause.reader.js';
import {
  ApplicableClauseConnection,
  ApplicableClausesArgs,
  ComparedClausesConnection,
  CompareVersionsArgs,
} from './clause.types.js';
import { FrameworkReader } from './framework.reader.js';
import { Framework, FrameworkArgs, GroupMemberConnection, GroupMembersArgs } from './framework.types.js';
import { pageOfAll } from './paging.args.js';
import { VersionReader } from './version.reader.js';
import {
  FrameworkVersion,
  FrameworkVersionArgs,
  FrameworkVersionConnection,
  FrameworkVersionsArgs,
} from './version.types.js';

@Resolver()
export class FrameworkQueriesResolver {
  constructor(
    private readonly frameworks: FrameworkReader,
    private readonly versions: VersionReader,
    private readonly clauses: ClauseReader,
    private readonly adopting: AdoptionReader,
    private readonly queries: QueryBus,
  ) {}

  @Query(() => Framework, {
    name: 'framework',
    nullable: true,
    description: 'The framework of a locality; null where none was founded.',
  })
  @Rule('signedIn')
  @Reads('framework', 'version')
  framework(@Args() args: FrameworkArgs, @Acting() act: Act) {
    return this.frameworks.framework(act, args.localityId);
  }

  @Query(() => FrameworkVersion, {
    name: 'frameworkVersion',
    nullable: true,
    description:
      'A version of a framework with its clauses, its vote and the dissent from it; null where there is none of this id.',
  })
  @Rule('signedIn')
  @Reads('version', 'clause', 'dissent', 'comment', 'name-cards')
  frameworkVersion(@Args() args: FrameworkVersionArgs, @Acting() act: Act) {
    return this.versions.version(act, args.versionId);
  }

  @Query(() => FrameworkVersionConnection, {
    name: 'frameworkVersions',
    description: 'The versions of a framework, drafts among them, the latest number first.',
  })
  @Rule('signedIn')
  @Reads('version', 'clause', 'dissent', 'comment', 'name-cards')
  frameworkVersions(@Args() args: FrameworkVersionsArgs, @Acting() act: Act) {
    return this.versions.versions(act, args);
  }

  @Query(() => AdoptionConnection, {
    name: 'adoptions',
    description:
      'What an organisation has adopted, or who has adopted a framework, as it was true on a day and known at a moment.',
  })
  @Rule('signedIn')
  @Reads('adoption', 'deviation', 'version', 'organisations', 'organisation-names')
  adoptions(@Args() args: AdoptionsArgs, @Acting() act: Act) {
    return this.adopting.adoptions(act, args);
  }

  @Query(() => ApplicableClauseConnection, {
    name: 'applicableClauses',
    description:
      'The clauses that an organisation holds itself to on a day: those of the versions it has adopted, with the deviations that hold. Empty where it has adopted none.',
  })
  @Rule('signedIn')
  @Reads('adoption', 'deviation', 'clause', 'organisations')
  async applicableClauses(@Args() args: ApplicableClausesArgs, @Acting() act: Act) {
    const question = new ApplicableClauses(
      args.organisationId,
      args.on ?? act.actor.today,
      args.asKnownAt ?? null,
    );
    const clauses = await this.queries.execute<ApplicableClauses, readonly ApplicableClause[]>(question);
    return pageOfAll(clauses, args, ({ versionId, clauseId }) => `${versionId}/${clauseId}`);
  }

  @Query(() => ComparedClausesConnection, {
    name: 'compareVersions',
    description:
      'Two versions clause by clause, of one framework or of two. Clauses meet by id, else as the groups have aligned them, else by what their rules are about. A version that there is not has no clauses.',
  })
  @Rule('signedIn')
  @Reads('clause', 'clause-alignment', 'version')
  compareVersions(@Args() args: CompareVersionsArgs, @Acting() act: Act) {
    return this.clauses.comparison(act, args);
  }

  @Query(() => GroupMemberConnection, {
    name: 'groupMembers',
    description:
      'Who is in the group of a framework today: all of them to whoever leads it, and to a member their own entry. Empty for anybody else.',
  })
  @Rule('signedIn')
  @Reads('group-member', 'name-cards')
  groupMembers(@Args() args: GroupMembersArgs, @Acting() act: Act) {
    return this.frameworks.members(act, args);
  }
}
