import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, LOGIN_KEY, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { holds } from '@alongside/identity';
import { idMadeBy, isRejected, type CalendarDate, type Uuid } from '@alongside/kernel';
import { invitationStream } from '../../contracts.js';
import {
  invitation,
  type InvitationEvent,
  type InvitationRefusal,
  type SendInvitation as Send,
} from '../../domain/index.js';
import { codeHashOf, secretMadeBy, writeCode, type InvitationCode } from '../invitation-code.js';
import { PersonLookup } from '../person.lookup.js';

/** An invitation, with the code that is answered here and kept nowhere. */
export interface SentInvitation {
  readonly outcome: Outcome<InvitationRefusal>;
  /** Empty where the invitation was refused. */
  readonly also: { readonly invitationCode?: string; readonly expiresOn?: CalendarDate };
}

/**
 * Invites somebody to sign in for the first time, by the organisation that registered them: whoever has the code can
 * become the person. Its id comes from the command's.
 */
export class SendInvitation extends Command<SentInvitation> {
  readonly invitationId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Pick<Send, 'personId' | 'organisationId' | 'expiresOn'>,
  ) {
    super();
    this.invitationId = idMadeBy(act.commandId, 'invitation');
  }
}

@CommandHandler(SendInvitation)
export class SendInvitationHandler implements ICommandHandler<SendInvitation> {
  constructor(
    private readonly commanding: Commanding,
    private readonly people: PersonLookup,
    @Inject(LOGIN_KEY) private readonly loginKey: Uint8Array,
  ) {}

  async execute({ act, input, invitationId }: SendInvitation): Promise<SentInvitation> {
    const { personId, organisationId } = input;
    const code = { invitationId, secret: secretMadeBy(act.commandId, this.loginKey) };
    const registration = await this.people.registration(personId);
    const outcome = await this.commanding.run(act, {
      area: 'logins',
      decider: invitation,
      stream: invitationStream(invitationId),
      command: async (): Promise<Send> => ({
        type: 'SendInvitation',
        invitationId,
        ...input,
        codeHash: codeHashOf(code, this.loginKey),
        loginOfPerson: (await this.people.loginOf(personId)) ?? null,
        byOperator: holds(act.actor, 'operator'),
        effectiveOn: act.actor.today,
      }),
      payload: input,
      owner: (state) =>
        registration?.registeredBy === organisationId &&
        (state.status === 'None' || state.organisationId === organisationId)
          ? { organisations: [organisationId] }
          : undefined,
    });
    return { outcome, also: toldOf(outcome, code) };
  }
}

const toldOf = (
  outcome: Outcome<InvitationRefusal, InvitationEvent>,
  code: InvitationCode,
): SentInvitation['also'] => {
  const [sent] = isRejected(outcome) ? [] : outcome.facts;
  return sent?.type === 'InvitationSent'
    ? { invitationCode: writeCode(code), expiresOn: sent.data.expiresOn }
    : {};
};
