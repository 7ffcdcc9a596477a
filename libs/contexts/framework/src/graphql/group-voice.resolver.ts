import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { idMadeBy } from '@alongside/kernel';
import { TakePart } from '../application/take-part/take-part.handler.js';
import { versionRefusals } from '../domain/index.js';
import { CastBallotInput, MakeCommentInput, StateDissentInput } from './version-voting.inputs.js';

const MakeCommentResult = commandResult('MakeComment', versionRefusals, {
  accepted: 'The comment is recorded.',
  id: 'The comment.',
});
const CastBallotResult = commandResult('CastBallot', versionRefusals, {
  accepted: 'The vote is recorded, sealed.',
  id: 'The version.',
});
const StateDissentResult = commandResult('StateDissent', versionRefusals, {
  accepted: 'The dissent is recorded, and shown with the version for ever.',
  id: 'The dissent.',
});

/** What members of a group do by themselves, whatever other roles they hold. */
@Resolver()
export class GroupVoiceResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => MakeCommentResult.union, {
    description:
      'Says something of a version in consultation, today. Not found for those who are not in the group.',
  })
  @Rule('framework')
  async makeComment(@Args('input') { versionId, clauseId, text }: MakeCommentInput, @Acting() act: Act) {
    const commentId = idMadeBy(act.commandId, 'comment');
    const voice = { type: 'MakeComment', commentId, clauseId: clauseId ?? null, text } as const;
    return MakeCommentResult.answer(
      await this.commands.execute(new TakePart(act, versionId, voice)),
      commentId,
    );
  }

  @Mutation(() => CastBallotResult.union, {
    description:
      'Votes on a version, today. The vote is sealed; only its count is ever shown. Not found for those who are not in the group.',
  })
  @Rule('framework')
  async castBallot(@Args('input') { versionId, choice }: CastBallotInput, @Acting() act: Act) {
    return CastBallotResult.answer(
      await this.commands.execute(new TakePart(act, versionId, { type: 'CastBallot', choice })),
      versionId,
    );
  }

  @Mutation(() => StateDissentResult.union, {
    description:
      'States why you are against a version that is voted on or was ratified, today. Not found for those who are not in the group.',
  })
  @Rule('framework')
  async stateDissent(
    @Args('input') { versionId, clauseId, statement, named }: StateDissentInput,
    @Acting() act: Act,
  ) {
    const dissentId = idMadeBy(act.commandId, 'dissent');
    const voice = {
      type: 'StateDissent',
      dissentId,
      clauseId: clauseId ?? null,
      statement,
      named,
    } as const;
    return StateDissentResult.answer(
      await this.commands.execute(new TakePart(act, versionId, voice)),
      dissentId,
    );
  }
}
