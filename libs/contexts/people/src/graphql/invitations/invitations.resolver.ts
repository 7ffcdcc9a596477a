import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, CalendarDate, commandResult, Reads, SigningIn } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import {
  AcceptInvitation,
  type AcceptRefusal,
  type SigningInAct,
} from '../../application/accept-invitation/accept-invitation.handler.js';
import { SendInvitation } from '../../application/send-invitation/send-invitation.handler.js';
import { WithdrawInvitation } from '../../application/withdraw-invitation/withdraw-invitation.handler.js';
import { invitationRefusals } from '../../domain/index.js';
import { InvitationReader } from './invitation.reader.js';
import {
  AcceptInvitationInput,
  InvitationConnection,
  InvitationsArgs,
  SendInvitationInput,
  WithdrawInvitationInput,
} from './invitation.types.js';

const SendInvitationResult = commandResult('SendInvitation', invitationRefusals, {
  accepted: 'The person is invited.',
  id: 'The invitation.',
  also: {
    invitationCode: {
      type: () => String,
      class: 'C1',
      description:
        'What the person gives to `acceptInvitation`: tell it to them alone, by a way that you trust. Whoever knows it can sign in as them. It is kept nowhere; the same command sent again answers it again.',
    },
    expiresOn: {
      type: () => CalendarDate,
      class: 'C0',
      description: 'The last day on which it can be accepted.',
    },
  },
});

const WithdrawInvitationResult = commandResult('WithdrawInvitation', invitationRefusals, {
  accepted: 'Nobody can accept the invitation any more.',
  id: 'The invitation.',
});

const acceptRefusals: Readonly<Record<AcceptRefusal, string>> = {
  ...invitationRefusals,
  TooManyWrongCodes:
    'You gave ten wrong codes within the hour. Wait, and ask whoever invited you for the code.',
};

const AcceptInvitationResult = commandResult('AcceptInvitation', acceptRefusals, {
  accepted: 'Whoever signs in by this account is the invited person: within seconds, if not at once.',
  id: 'The person: you.',
  notFound: 'This is not the code of an invitation. Copy the whole of it, or ask whoever invited you.',
});

@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: InvitationReader,
  ) {}

  @Mutation(() => SendInvitationResult.union, {
    description:
      'Invites somebody who never signed in, and answers the code by which they accept. For HR and leads of an organisation that knows the person; of whoever had another login before, for operators. Nothing is sent by this program: the code is yours to tell.',
  })
  @Rule('logins')
  async sendInvitation(@Args('input') input: SendInvitationInput, @Acting() act: Act) {
    const { personId, organisationId, expiresOn = null } = input;
    const command = new SendInvitation(act, { personId, organisationId, expiresOn });
    const { outcome, also } = await this.commands.execute(command);
    return SendInvitationResult.answer(outcome, command.invitationId, also);
  }

  @Mutation(() => WithdrawInvitationResult.union, {
    description:
      'Takes an invitation back that nobody has accepted. For HR and leads of the organisation that sent it.',
  })
  @Rule('logins')
  async withdrawInvitation(@Args('input') { invitationId }: WithdrawInvitationInput, @Acting() act: Act) {
    return WithdrawInvitationResult.answer(
      await this.commands.execute(new WithdrawInvitation(act, invitationId)),
      invitationId,
    );
  }

  @Mutation(() => AcceptInvitationResult.union, {
    description:
      'Makes the account by which you have signed in yours in this record, for good. For people whom `me` does not know yet: no other mutation or query answers them. Ten wrong codes an hour are looked at.',
  })
  @Rule('newcomer')
  async acceptInvitation(@Args('input') { code }: AcceptInvitationInput, @SigningIn() act: SigningInAct) {
    const { outcome, personId } = await this.commands.execute(new AcceptInvitation(act, code));
    return AcceptInvitationResult.answer(outcome, personId ?? '');
  }

  @Query(() => InvitationConnection, {
    name: 'invitations',
    description:
      'Whom an organisation invited to sign in, latest first, without the codes. Empty where you do not manage its people.',
  })
  @Rule('signedIn')
  @Reads('invitations', 'organisations', 'name-cards')
  invitations(@Args() args: InvitationsArgs, @Acting() act: Act) {
    return this.reader.invitations(act, args);
  }
}
