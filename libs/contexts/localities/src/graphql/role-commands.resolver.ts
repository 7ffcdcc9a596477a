import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { EndRole } from '../application/end-role/end-role.handler.js';
import { GrantRole } from '../application/grant-role/grant-role.handler.js';
import { membershipRefusals } from '../domain/index.js';
import { correctionOf } from './partner-correction.input.js';
import { EndRoleInput, GrantRoleInput } from './role.inputs.js';
import { scopeAskedFor } from './scope-asked-for.js';

const result = (name: string, accepted: string) =>
  commandResult(name, membershipRefusals, {
    accepted,
    id: 'The membership: one person’s holding of one role in one organisation or locality. Give it to `endRole`.',
  });

const GrantRoleResult = result('GrantRole', 'The person holds the role.');
const EndRoleResult = result('EndRole', 'The person no longer holds the role.');

@Resolver()
export class RoleCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => GrantRoleResult.union, {
    description:
      'Gives a person a role, which counts from its first day. In an organisation its lead does so, in a locality whoever leads the framework there, anywhere an operator.',
  })
  @Rule('partners')
  async grantRole(@Args('input') input: GrantRoleInput, @Acting() act: Act) {
    const { personId, role, from, until, corrects } = input;
    const command = new GrantRole(act, {
      personId,
      role,
      scope: scopeAskedFor(input),
      effectiveOn: from,
      endsOn: until ?? null,
      ...correctionOf(corrects),
    });
    return GrantRoleResult.answer(await this.commands.execute(command), command.membershipId);
  }

  @Mutation(() => EndRoleResult.union, {
    description: 'Takes a role away from a day, today if need be: for whoever may give it.',
  })
  @Rule('partners')
  async endRole(@Args('input') { membershipId, effectiveOn, corrects }: EndRoleInput, @Acting() act: Act) {
    return EndRoleResult.answer(
      await this.commands.execute(new EndRole(act, membershipId, { effectiveOn, ...correctionOf(corrects) })),
      membershipId,
    );
  }
}
