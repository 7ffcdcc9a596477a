import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnConcern } from '../application/on-concern/on-concern.handler.js';
import { RaiseConcern } from '../application/raise-concern/raise-concern.handler.js';
import { concernRefusals } from '../domain/index.js';
import { RaiseConcernInput, ResolveConcernInput, ShareConcernInput } from './concern.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, concernRefusals, { accepted, id: 'The concern.' });

const RaiseConcernResult = result('RaiseConcern', 'The concern is raised.');
const ShareConcernResult = result('ShareConcern', 'These people may see it too.');
const ResolveConcernResult = result('ResolveConcern', 'The concern is resolved.');

@Resolver()
export class ConcernCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RaiseConcernResult.union, {
    description:
      'Raises a concern about an engagement that you may see. It is shown to the people you name and to nobody else.',
  })
  @Rule('boundaries')
  async raiseConcern(
    @Args('input') { engagementId, effectiveOn, task, text, visibleTo }: RaiseConcernInput,
    @Acting() act: Act,
  ) {
    const command = new RaiseConcern(act, engagementId, {
      task: task ?? null,
      text,
      visibleTo,
      effectiveOn: effectiveOn ?? null,
    });
    return RaiseConcernResult.answer(await this.commands.execute(command), command.concernId);
  }

  @Mutation(() => ShareConcernResult.union, {
    description: 'Lets more people see a concern. By whoever raised it.',
  })
  @Rule('boundaries')
  async shareConcern(
    @Args('input') { concernId, effectiveOn, with: people }: ShareConcernInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'ShareConcern',
      by: act.actor.id,
      with: people,
      effectiveOn: effectiveOn ?? null,
    } as const;
    return ShareConcernResult.answer(
      await this.commands.execute(new OnConcern(act, concernId, command)),
      concernId,
    );
  }

  @Mutation(() => ResolveConcernResult.union, {
    description: 'Says what came of a concern. By somebody who may see it.',
  })
  @Rule('boundaries')
  async resolveConcern(
    @Args('input') { concernId, effectiveOn, outcome }: ResolveConcernInput,
    @Acting() act: Act,
  ) {
    const command = {
      type: 'ResolveConcern',
      resolvedBy: act.actor.id,
      outcome,
      effectiveOn: effectiveOn ?? null,
    } as const;
    return ResolveConcernResult.answer(
      await this.commands.execute(new OnConcern(act, concernId, command)),
      concernId,
    );
  }
}
