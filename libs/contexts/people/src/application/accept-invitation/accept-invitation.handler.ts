import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, LOGIN_KEY, WRITING, type Act } from '@alongside/application';
import { factsOf, type Outcome, type Writing } from '@alongside/event-store';
import { loginHash, type SignedInBy } from '@alongside/identity';
import { fold, reject, uuid5, type Uuid } from '@alongside/kernel';
import { emptyScope } from '@alongside/postgres';
import { invitationStream, loginIdOf, loginStream } from '../../contracts.js';
import {
  invitation,
  login,
  type AcceptInvitation as Accept,
  type InvitationEvent,
  type InvitationRefusal,
  type InvitationState,
  type LoginEvent,
} from '../../domain/index.js';
import { codeHashOf, readCode } from '../invitation-code.js';
import { PersonLookup } from '../person.lookup.js';
import { createAttempts } from './attempts.js';

/** The request of somebody who has signed in, and whom the record may not know yet. */
export interface SigningInAct extends Omit<Act, 'actor' | 'scope'> {
  readonly signedInBy: SignedInBy;
}

export type AcceptRefusal = InvitationRefusal | 'TooManyWrongCodes';

export interface AcceptedInvitation {
  readonly outcome: Outcome<AcceptRefusal>;
  /** Who was invited; null for whoever does not know the code. */
  readonly personId: Uuid | null;
}

/** Makes the login by which somebody signed in the invited person's, if they know the code. */
export class AcceptInvitation extends Command<AcceptedInvitation> {
  constructor(
    readonly act: SigningInAct,
    readonly code: string,
  ) {
    super();
  }
}

type Invited = Exclude<InvitationState, { readonly status: 'None' }>;

const leads: Readonly<Record<string, Accept['login']>> = {
  None: 'nobody',
  Linked: 'somebody',
  Unlinked: 'unlinked',
};

@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  private readonly attempts = createAttempts();

  constructor(
    private readonly commanding: Commanding,
    private readonly people: PersonLookup,
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(LOGIN_KEY) private readonly loginKey: Uint8Array,
  ) {}

  async execute({ act, code }: AcceptInvitation): Promise<AcceptedInvitation> {
    const { issuer, subject } = act.signedInBy;
    const loginId = loginIdOf(loginHash(issuer, subject, this.loginKey));
    if (this.attempts.spent(loginId)) return { outcome: reject('TooManyWrongCodes'), personId: null };
    const invited = await this.invitedBy(code);
    if (!invited) {
      this.attempts.wrong(loginId);
      return { outcome: reject('NotFound'), personId: null };
    }
    return { outcome: await this.accept(act, invited, loginId), personId: invited.personId };
  }

  /** Undefined unless the code is right. */
  private async invitedBy(text: string): Promise<Invited | undefined> {
    const code = readCode(text);
    if (!code) return undefined;
    const facts = await factsOf<InvitationEvent>(this.writing, invitationStream(code.invitationId));
    const state = fold(invitation, facts);
    return state.status !== 'None' && state.codeHash === codeHashOf(code, this.loginKey) ? state : undefined;
  }

  /** Whoever knows the code acts as the person whom it was told. */
  private accept(
    { signedInBy: { client, today }, ...call }: SigningInAct,
    { invitationId, personId, organisationId, codeHash }: Invited,
    loginId: Uuid,
  ): Promise<Outcome<InvitationRefusal>> {
    const actor = { kind: 'person', id: personId, client, grants: [], assignedPeople: [], today } as const;
    // Newcomers are told apart by their login alone: what one chose for a command id is in nobody else's way.
    const commandId = uuid5(`accept-invitation:${loginId}:${call.commandId}`);
    return this.commanding.run(
      { ...call, commandId, actor, scope: emptyScope },
      {
        area: 'people',
        decider: invitation,
        stream: invitationStream(invitationId),
        command: async (): Promise<Accept> => ({
          type: 'AcceptInvitation',
          codeHash,
          loginId,
          login: await this.whereLeads(loginId),
          loginOfPerson: (await this.people.loginOf(personId)) ?? null,
          effectiveOn: today,
        }),
        payload: { invitationId, loginId },
        owner: () => ({ organisations: [organisationId], person: personId }),
      },
    );
  }

  private async whereLeads(loginId: Uuid): Promise<Accept['login']> {
    const facts = await factsOf<LoginEvent>(this.writing, loginStream(loginId));
    return leads[fold(login, facts).status]!;
  }
}
