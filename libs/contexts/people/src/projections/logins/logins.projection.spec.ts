import { describe, it } from '@jest/globals';
import { uuid5, type Uuid } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import { loginIdOf, type LoginLinked, type LoginUnlinked } from '../../contracts.js';
import { logins, type LoginRow } from './logins.projection.js';

const spec = foldSpec<LoginRow>(logins);
const loginId = loginIdOf('ab'.repeat(32));
const [ama, ben] = [uuid5('Ama'), uuid5('Ben')];
const linked = (personId: Uuid): LoginLinked => ({
  type: 'LoginLinked',
  data: { loginId, personId, effectiveOn: '2025-01-01' },
});
const unlinked: LoginUnlinked = {
  type: 'LoginUnlinked',
  data: { loginId, personId: ama, effectiveOn: '2025-06-01' },
};
const row: LoginRow = { login_id: loginId, person_id: ama, linked_on: '2025-01-01' };

describe('to whom a login leads', () => {
  it('is the person it is linked to', () => {
    spec.given(linked(ama)).then(row);
  });
  it('is the right person after a correction', () => {
    const corrects = { eventId: givenId(0), reason: 'wrongPerson' as const };
    spec.given(linked(ama), { ...linked(ben), corrects }).then({ ...row, person_id: ben });
  });
  it('is nobody once it is unlinked', () => {
    spec.given(linked(ama), unlinked).thenNothing();
  });
});
