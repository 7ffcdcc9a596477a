import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { idMadeBy } from '@alongside/kernel';
import { DraftVersion } from '../application/draft-version/draft-version.handler.js';
import { OnVersion } from '../application/on-version/on-version.handler.js';
import type { ClauseRule } from '../contracts.js';
import { versionRefusals } from '../domain/index.js';
import {
  AmendClauseInput,
  DraftVersionInput,
  ProposeClauseInput,
  ProposeVotingRuleInput,
  WithdrawClauseInput,
} from './version-drafting.inputs.js';

const ofVersion = (name: string, accepted: string) =>
  commandResult(name, versionRefusals, { accepted, id: 'The version.' });
const ofClause = (name: string, accepted: string) =>
  commandResult(name, versionRefusals, { accepted, id: 'The clause.' });

const DraftVersionResult = ofVersion('DraftVersion', 'The version is drafted.');
const ProposeClauseResult = ofClause('ProposeClause', 'The clause stands in the version.');
const AmendClauseResult = ofClause('AmendClause', 'The clause reads so in the version.');
const WithdrawClauseResult = ofClause('WithdrawClause', 'The clause stands in the version no longer.');
const ProposeVotingRuleResult = ofVersion(
  'ProposeVotingRule',
  'The vote on the next version is counted so, once this one is ratified.',
);

@Resolver()
export class VersionDraftingResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => DraftVersionResult.union, {
    description:
      'Drafts a version. The clauses of the version last ratified stand in it from the start, and that one’s voting rule binds the vote.',
  })
  @Rule('framework')
  async draftVersion(
    @Args('input') { frameworkId, number, effectiveOn }: DraftVersionInput,
    @Acting() act: Act,
  ) {
    const command = new DraftVersion(act, { frameworkId, number, effectiveOn });
    return DraftVersionResult.answer(await this.commands.execute(command), command.versionId);
  }

  @Mutation(() => ProposeClauseResult.union, {
    description: 'Proposes a clause for a version that is a draft or in consultation.',
  })
  @Rule('framework')
  async proposeClause(
    @Args('input') { commandId: _, versionId, clauseId: given, rule, ...rest }: ProposeClauseInput,
    @Acting() act: Act,
  ) {
    const clauseId = given ?? idMadeBy(act.commandId, 'clause');
    // Whatever came in: the decider checks its shape.
    const command = { type: 'ProposeClause', clauseId, rule: rule as ClauseRule, ...rest } as const;
    return ProposeClauseResult.answer(
      await this.commands.execute(new OnVersion(act, versionId, command)),
      clauseId,
    );
  }

  @Mutation(() => AmendClauseResult.union, {
    description:
      'Changes a clause of a version that is a draft or in consultation. Two people on different clauses do not collide.',
  })
  @Rule('framework')
  async amendClause(
    @Args('input') { commandId: _, versionId, rule, ...rest }: AmendClauseInput,
    @Acting() act: Act,
  ) {
    const command = { type: 'AmendClause', rule: rule as ClauseRule, ...rest } as const;
    return AmendClauseResult.answer(
      await this.commands.execute(new OnVersion(act, versionId, command)),
      rest.clauseId,
    );
  }

  @Mutation(() => WithdrawClauseResult.union, {
    description: 'Takes a clause out of a version that is a draft or in consultation.',
  })
  @Rule('framework')
  async withdrawClause(
    @Args('input') { commandId: _, versionId, ...rest }: WithdrawClauseInput,
    @Acting() act: Act,
  ) {
    return WithdrawClauseResult.answer(
      await this.commands.execute(new OnVersion(act, versionId, { type: 'WithdrawClause', ...rest })),
      rest.clauseId,
    );
  }

  @Mutation(() => ProposeVotingRuleResult.union, {
    description: 'Proposes by which rule the vote on the version after this one is counted.',
  })
  @Rule('framework')
  async proposeVotingRule(
    @Args('input') { commandId: _, versionId, ...rest }: ProposeVotingRuleInput,
    @Acting() act: Act,
  ) {
    return ProposeVotingRuleResult.answer(
      await this.commands.execute(new OnVersion(act, versionId, { type: 'ProposeVotingRule', ...rest })),
      versionId,
    );
  }
}
