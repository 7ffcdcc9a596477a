import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, LOGIN_KEY, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { holds, loginHash, mayCommand } from '@alongside/identity';
import { reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { loginIdOf, loginStream } from '../../contracts.js';
import { login, type LinkLogin as Link, type LoginRefusal } from '../../domain/index.js';
import { PersonLookup } from '../person.lookup.js';

/** Lets whoever signs in by this issuer and subject be the person from now on. */
export class LinkLogin extends Command<Outcome<LoginRefusal>> {
  constructor(
    readonly act: Act,
    readonly input: {
      readonly personId: Uuid;
      readonly issuer: string;
      readonly subject: string;
      readonly effectiveOn: CalendarDate;
    },
  ) {
    super();
  }
}

@CommandHandler(LinkLogin)
export class LinkLoginHandler implements ICommandHandler<LinkLogin> {
  constructor(
    private readonly commanding: Commanding,
    private readonly people: PersonLookup,
    @Inject(LOGIN_KEY) private readonly loginKey: Uint8Array,
  ) {}

  async execute({ act, input }: LinkLogin): Promise<Outcome<LoginRefusal>> {
    const { personId, issuer, subject, effectiveOn } = input;
    const loginId = loginIdOf(loginHash(issuer, subject, this.loginKey));
    const registration = await this.people.registration(personId);
    const owner: Owner | undefined = registration
      ? { organisations: [registration.registeredBy] }
      : undefined;
    if (!owner || !mayCommand(act.actor, 'logins', owner)) return reject('NotFound');
    if (!holds(act.actor, 'operator') && (await this.hadAnother(personId, loginId)))
      return reject('OperatorNeeded');
    return this.commanding.run(act, {
      area: 'logins',
      decider: login,
      stream: loginStream(loginId),
      command: async (): Promise<Link> => ({
        type: 'LinkLogin',
        loginId,
        personId,
        loginOfPerson: await this.loginThatLeadsTo(personId),
        effectiveOn,
      }),
      payload: { loginId, personId, effectiveOn },
      owner: () => owner,
    });
  }

  /**
   * An organisation gives a person their first login. Were it to give another, its staff could become whoever it
   * registered: a lead, or a worker with all that is theirs alone.
   */
  private async hadAnother(personId: Uuid, loginId: Uuid): Promise<boolean> {
    const found = await this.people.loginOf(personId);
    return found !== undefined && found.unlinkedAt !== null && found.loginId !== loginId;
  }

  private async loginThatLeadsTo(personId: Uuid): Promise<Uuid | null> {
    const found = await this.people.loginOf(personId);
    return found?.unlinkedAt === null ? found.loginId : null;
  }
}
