import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { AppointOperator } from '../../application/appoint-operator/appoint-operator.handler.js';
import { DismissOperator } from '../../application/dismiss-operator/dismiss-operator.handler.js';
import { operatorsRefusals } from '../../domain/index.js';
import { correctionOf } from '../partner-correction.input.js';
import { AppointOperatorInput, DismissOperatorInput } from './operator.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, operatorsRefusals, { accepted, id: 'The person.' });

const AppointOperatorResult = result('AppointOperator', 'The person operates the installation.');
const DismissOperatorResult = result('DismissOperator', 'The person operates the installation no longer.');

@Resolver()
export class OperatorCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => AppointOperatorResult.union, {
    description:
      'Lets another person operate the installation. For operators. The very first is appointed on the machine itself, with `alongside appoint-operator`.',
  })
  @Rule('partners')
  async appointOperator(@Args('input') input: AppointOperatorInput, @Acting() act: Act) {
    const { personId, from, until, corrects } = input;
    const command = new AppointOperator(act, {
      personId,
      effectiveOn: from,
      endsOn: until ?? null,
      ...correctionOf(corrects),
    });
    return AppointOperatorResult.answer(await this.commands.execute(command), personId);
  }

  @Mutation(() => DismissOperatorResult.union, {
    description:
      'Ends that a person operates the installation. For operators, who may dismiss themselves too. Refused where there would be no operator on some later day.',
  })
  @Rule('partners')
  async dismissOperator(
    @Args('input') { personId, effectiveOn, corrects }: DismissOperatorInput,
    @Acting() act: Act,
  ) {
    const command = new DismissOperator(act, { personId, effectiveOn, ...correctionOf(corrects) });
    return DismissOperatorResult.answer(await this.commands.execute(command), personId);
  }
}
