import type { CalendarDate, Instant, Uuid } from '@alongside/kernel';
import { uuid5 } from '@alongside/kernel';
import { membership, operators } from '@alongside/localities/domain';
import {
  membershipIdOf,
  membershipStream,
  OPERATORS,
  type Role,
  type Scope,
} from '@alongside/localities/contracts';
import { login, person } from '@alongside/people/domain';
import { loginStream, personStream } from '@alongside/people/contracts';
import { inventName } from './names.js';
import { FOUNDED } from './partners.js';
import type { Random } from './random.js';
import { telling, type Telling } from './telling.js';

/** How a person of the demonstration signs in, or undefined where nobody does. */
export type LoginOf = (personId: Uuid) => Uuid;

export interface Introduced {
  readonly personId: Uuid;
  readonly organisation: Uuid;
  readonly locality: Uuid;
  readonly on: CalendarDate;
  readonly at: Instant;
}

export const personIdOf = (name: string): Uuid => uuid5(`demonstration:person:${name}`);

/** Somebody is registered by an organisation and gets a login. */
export function* introduce(random: Random, loginOf: LoginOf, who: Introduced): Generator<Telling> {
  const { personId, organisation, locality, on, at } = who;
  const said = { at, organisation, locality };
  const { givenName, familyName } = inventName(random);
  yield telling(said, person, personStream(personId), {
    type: 'RegisterPerson',
    personId,
    givenName,
    familyName,
    email: `${givenName}.${familyName}@demonstration.example`.toLowerCase(),
    phone: null,
    demonstration: true,
    registeredBy: organisation,
    effectiveOn: on,
  });
  const loginId = loginOf(personId);
  yield telling(said, login, loginStream(loginId), {
    type: 'LinkLogin',
    loginId,
    personId,
    loginOfPerson: null,
    effectiveOn: on,
  });
}

export const grantRole = (
  { personId, organisation, locality, on, at }: Introduced,
  role: Role,
  scope: Scope,
): Telling =>
  telling(
    { at, organisation: scope.kind === 'locality' ? null : organisation, locality },
    membership,
    membershipStream(membershipIdOf(personId, role, scope.id)),
    {
      type: 'GrantRole',
      personId,
      role,
      scope,
      place: { from: FOUNDED, until: null },
      byBorrower: false,
      endsOn: null,
      effectiveOn: on,
    },
  );

/** Whose record it is that somebody operates the program is nobody's in particular. */
export const appointOperator = ({ personId, on, at }: Introduced): Telling =>
  telling({ at, organisation: null, locality: null }, operators, membershipStream(OPERATORS), {
    type: 'AppointOperator',
    personId,
    endsOn: null,
    effectiveOn: on,
  });
