import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { DelegateRole } from '../../application/delegate-role/delegate-role.handler.js';
import { EndDelegation } from '../../application/end-delegation/end-delegation.handler.js';
import { membershipRefusals } from '../../domain/index.js';
import { correctionOf } from '../partner-correction.input.js';
import { scopeAskedFor } from '../scope-asked-for.js';
import { DelegateRoleInput, EndDelegationInput } from './delegation.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(name, membershipRefusals, {
    accepted,
    id: 'The membership of whoever lends the role. Give it to `endDelegation`, with the delegation.',
  });

const DelegateRoleResult = result(
  'DelegateRole',
  'The role is lent. The one event recorded is the delegation: give its id to `endDelegation`.',
);
const EndDelegationResult = result('EndDelegation', 'The role is lent no longer.');

@Resolver()
export class DelegationCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => DelegateRoleResult.union, {
    description:
      'Lends a role that you were given to somebody else, who acts in it beside you until its last day. Whoever borrows a role cannot lend it on, and it ends with yours at the latest.',
  })
  @Rule('delegations')
  async delegateRole(@Args('input') input: DelegateRoleInput, @Acting() act: Act) {
    const { role, delegateId, from, until, corrects } = input;
    const scope = scopeAskedFor({ ...input, personId: act.actor.id });
    const command = new DelegateRole(
      act,
      { role, scope },
      { delegateId, effectiveOn: from, endsOn: until, ...correctionOf(corrects) },
    );
    return DelegateRoleResult.answer(await this.commands.execute(command), command.membershipId);
  }

  @Mutation(() => EndDelegationResult.union, {
    description:
      'Ends a delegation before its last day: for whoever lent the role, whoever borrows it, and the lead of the organisation in which it is held.',
  })
  @Rule('delegations')
  async endDelegation(@Args('input') input: EndDelegationInput, @Acting() act: Act) {
    const { membershipId, delegationId, effectiveOn, corrects } = input;
    const command = new EndDelegation(act, membershipId, {
      delegationId,
      effectiveOn,
      ...correctionOf(corrects),
    });
    return EndDelegationResult.answer(await this.commands.execute(command), membershipId);
  }
}
