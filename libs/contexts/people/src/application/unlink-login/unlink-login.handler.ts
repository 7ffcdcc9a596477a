import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { mayCommand } from '@alongside/identity';
import { reject, type CalendarDate, type Uuid } from '@alongside/kernel';
import { loginStream } from '../../contracts.js';
import { login, type LoginRefusal } from '../../domain/index.js';
import { PersonLookup } from '../person.lookup.js';

/** Takes a person's login from them for good. */
export class UnlinkLogin extends Command<Outcome<LoginRefusal>> {
  constructor(
    readonly act: Act,
    readonly personId: Uuid,
    readonly effectiveOn: CalendarDate,
  ) {
    super();
  }
}

@CommandHandler(UnlinkLogin)
export class UnlinkLoginHandler implements ICommandHandler<UnlinkLogin> {
  constructor(
    private readonly commanding: Commanding,
    private readonly people: PersonLookup,
  ) {}

  async execute({ act, personId, effectiveOn }: UnlinkLogin): Promise<Outcome<LoginRefusal>> {
    const registration = await this.people.registration(personId);
    const owner: Owner | undefined = registration
      ? { organisations: [registration.registeredBy] }
      : undefined;
    if (!owner || !mayCommand(act.actor, 'logins', owner)) return reject('NotFound');
    const linked = await this.people.loginOf(personId);
    if (!linked) return reject('LoginNotLinked');
    return this.commanding.run(act, {
      area: 'logins',
      decider: login,
      stream: loginStream(linked.loginId),
      command: { type: 'UnlinkLogin', effectiveOn },
      payload: { personId, effectiveOn },
      // What was looked up may have been corrected since: nobody else's login is taken.
      owner: (state) => (state.status !== 'None' && state.personId === personId ? owner : undefined),
    });
  }
}
