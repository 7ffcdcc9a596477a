import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { LoginLinked, LoginUnlinked } from '../../contracts.js';

export interface LoginRow {
  /** `loginIdOf` the keyed hash of issuer and subject. */
  readonly login_id: Uuid;
  readonly person_id: Uuid;
  readonly linked_on: CalendarDate;
}

/** To whom a login leads. Nobody reads it but whoever finds out who signed in. */
export const logins = projection<LoginRow, LoginLinked | LoginUnlinked>({
  name: 'logins',
  version: 1,
  table: 'people.login',
  columns: { login_id: 'uuid', person_id: 'uuid', linked_on: 'date' },
  key: ['login_id'],
  access: { class: 'C1', counted: true },
  on: {
    LoginLinked: ({ data }) => ({
      key: [data.loginId],
      fold: () => ({ login_id: data.loginId, person_id: data.personId, linked_on: data.effectiveOn }),
    }),
    LoginUnlinked: ({ data }) => ({ key: [data.loginId], fold: () => undefined }),
  },
});
