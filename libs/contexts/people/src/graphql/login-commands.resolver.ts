import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { LinkLogin } from '../application/link-login/link-login.handler.js';
import { UnlinkLogin } from '../application/unlink-login/unlink-login.handler.js';
import { loginRefusals } from '../domain/index.js';
import { LinkLoginInput, UnlinkLoginInput } from './login.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, loginRefusals, { accepted, id: 'The person.' });

const LinkLoginResult = result('LinkLogin', 'The login leads to the person.');
const UnlinkLoginResult = result('UnlinkLogin', 'The login leads to nobody.');

@Resolver()
export class LoginCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => LinkLoginResult.union, {
    description:
      'Lets whoever signs in by this account be the person. For the organisation that registered them, once, and for operators. A person has one login at a time; roles are granted apart.',
  })
  @Rule('logins')
  async linkLogin(@Args('input') { commandId: _, ...input }: LinkLoginInput, @Acting() act: Act) {
    return LinkLoginResult.answer(await this.commands.execute(new LinkLogin(act, input)), input.personId);
  }

  @Mutation(() => UnlinkLoginResult.union, {
    description:
      'Takes a person’s login from them, for good: the same account is never linked again. Their record stays.',
  })
  @Rule('logins')
  async unlinkLogin(@Args('input') { personId, effectiveOn }: UnlinkLoginInput, @Acting() act: Act) {
    return UnlinkLoginResult.answer(
      await this.commands.execute(new UnlinkLogin(act, personId, effectiveOn)),
      personId,
    );
  }
}
