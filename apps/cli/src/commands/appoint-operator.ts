import { SYSTEM_ACTOR } from '@alongside/application';
import { systemClock, type Configuration, type Foundation } from '@alongside/deployment';
import { execute, factsOf, type CommandContext, type Outcome, type Writing } from '@alongside/event-store';
import { loginHash } from '@alongside/identity';
import { dayOf, fold, idMadeBy, isRejected, uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import { DEPLOYMENT, membershipStream, OPERATORS } from '@alongside/localities/contracts';
import { holdsOn, operators, operatorsRefusals, type OperatorsEvent } from '@alongside/localities/domain';
import { loginIdOf, loginStream, personStream } from '@alongside/people/contracts';
import { login, loginRefusals, person, personRefusals, type LoginEvent } from '@alongside/people/domain';
import { CommandFault } from '../command-fault.js';
import type { Output } from '../console.js';
import { DEVELOPMENT_ISSUER } from '../demonstration.js';

export interface FirstOperator {
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string;
  /** The `iss` of their tokens. The realm that the program is configured for, where left out. */
  readonly issuer?: string;
  /** The `sub` of their tokens. */
  readonly subject: string;
}

const alreadyThere =
  'There is an operator already. Operators appoint further ones with the mutation `appointOperator`.';

const issuerOf = ({ keycloak }: Pick<Configuration, 'keycloak'>): string =>
  keycloak ? `${keycloak.url}/realms/${keycloak.realm}` : DEVELOPMENT_ISSUER;

/**
 * Appoints the first operator of a record that has none, by the program's own authority: registers the person, links
 * their login, gives them the role. Interrupted, it goes on where it was when it is given again; given again for an
 * operator's own login it answers the same and does nothing.
 * @throws CommandFault where somebody else operates the program
 */
export const appointOperator = async (
  configuration: Pick<Configuration, 'keycloak'>,
  { writing, loginKey }: Pick<Foundation, 'writing' | 'loginKey'>,
  { subject, issuer = issuerOf(configuration), ...named }: FirstOperator,
  output: Output,
): Promise<void> => {
  const loginId = loginIdOf(loginHash(issuer, subject, loginKey));
  const linked = fold(login, await factsOf<LoginEvent>(writing, loginStream(loginId)));
  if (linked.status === 'Unlinked') throw new CommandFault(loginRefusals.LoginUnlinked);
  const personId = linked.status === 'None' ? idMadeBy(loginId, 'person') : linked.personId;
  const today = dayOf(systemClock());
  const before = await appointedOn(writing, personId, today);
  if (!before)
    await appoint(writing, { ...named, loginId, personId, today, linked: linked.status === 'Linked' });
  const since = before ?? today;
  output.answer(
    { personId, issuer, since },
    `${before ? 'This login is an operator’s already' : 'The operator is appointed'}: person ${personId}, who signs in at ${issuer}, since ${since}.`,
  );
};

/** Since when the person operates the program; undefined where nobody does. @throws CommandFault where others do */
const appointedOn = async (
  writing: Writing,
  personId: Uuid,
  today: CalendarDate,
): Promise<CalendarDate | undefined> => {
  const { appointments } = fold(
    operators,
    await factsOf<OperatorsEvent>(writing, membershipStream(OPERATORS)),
  );
  const own = appointments.find((one) => one.personId === personId && holdsOn(one, today));
  if (!own && appointments.length > 0) throw new CommandFault(alreadyThere);
  return own?.from;
};

interface Appointing extends Omit<FirstOperator, 'issuer' | 'subject'> {
  readonly loginId: Uuid;
  readonly personId: Uuid;
  readonly today: CalendarDate;
  readonly linked: boolean;
}

const appoint = async (
  writing: Writing,
  { givenName, familyName, email, loginId, personId, today, linked }: Appointing,
): Promise<void> => {
  // No organisation is registered before there is an operator: the installation itself answers for the record of the
  // one person whom it must know to begin. Nobody has staff there, so that nobody but the person sees it.
  const controller = { organisation: DEPLOYMENT, locality: null };
  const context = (step: string): CommandContext => ({
    actor: SYSTEM_ACTOR,
    ...controller,
    client: 'alongside-cli',
    commandId: uuid5(`appoint-operator:${loginId}:${step}`),
  });
  if ((await factsOf(writing, personStream(personId))).length === 0)
    accepted(
      personRefusals,
      await execute(writing, {
        decider: person,
        stream: personStream(personId),
        command: {
          type: 'RegisterPerson',
          personId,
          givenName,
          familyName,
          email: email ?? null,
          phone: null,
          demonstration: false,
          registeredBy: DEPLOYMENT,
          effectiveOn: today,
        },
        context: context('register'),
      }),
    );
  if (!linked)
    accepted(
      loginRefusals,
      await execute(writing, {
        decider: login,
        stream: loginStream(loginId),
        command: { type: 'LinkLogin', loginId, personId, loginOfPerson: null, effectiveOn: today },
        context: context('link'),
      }),
    );
  accepted(
    operatorsRefusals,
    await execute(writing, {
      decider: operators,
      stream: membershipStream(OPERATORS),
      command: { type: 'AppointOperator', personId, endsOn: null, effectiveOn: today },
      context: { ...context('appoint'), organisation: null },
      // Of two such commands at once, for two logins, one is refused.
      permit: ({ appointments }) => appointments.length === 0,
    }),
  );
};

/** @throws CommandFault with the sentence of the refusal */
const accepted = <Reason extends string>(
  sentences: Readonly<Record<Reason, string>>,
  outcome: Outcome<Reason>,
): void => {
  if (!isRejected(outcome)) return;
  const reason: Reason | 'NotFound' = outcome.rejected;
  throw new CommandFault(reason === 'NotFound' ? alreadyThere : sentences[reason]);
};
