import { describe, it } from '@jest/globals';
import { uuid5, type Uuid } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import { loginIdOf, type LoginLinked, type LoginUnlinked } from '../../contracts.js';
import type { LinkLogin } from './login.commands.js';
import { login } from './login.decider.js';

const { given } = specFor(login);
const loginId = loginIdOf('ab'.repeat(32));
const [ama, ben] = [uuid5('Ama'), uuid5('Ben')];
const corrects = { eventId: factId(0), reason: 'wrongPerson' as const };
const linked = (personId: Uuid = ama): LoginLinked => ({
  type: 'LoginLinked',
  data: { loginId, personId, effectiveOn: '2025-01-01' },
});
const unlinked: LoginUnlinked = {
  type: 'LoginUnlinked',
  data: { loginId, personId: ama, effectiveOn: '2025-06-01' },
};
const link = (part: Partial<LinkLogin> = {}): LinkLogin => ({
  type: 'LinkLogin',
  loginId,
  personId: ama,
  loginOfPerson: null,
  effectiveOn: '2025-01-01',
  ...part,
});
const unlink = (effectiveOn = '2025-06-01') => ({ type: 'UnlinkLogin' as const, effectiveOn });

describe('linking a login', () => {
  it('leads to one person', () => {
    given().when(link()).then(linked());
  });
  it('records nothing where it leads to that person', () => {
    given(linked())
      .when(link({ loginOfPerson: loginId }))
      .thenNothing();
  });
  it('refuses to lead to somebody else', () => {
    given(linked())
      .when(link({ personId: ben }))
      .thenRejected('LoginLinkedToAnother');
  });
  it('refuses a second login of one person', () => {
    given()
      .when(link({ loginOfPerson: loginIdOf('cd'.repeat(32)) }))
      .thenRejected('PersonHasLogin');
  });
  it('corrects a link to the wrong person', () => {
    given(linked())
      .when(link({ personId: ben, corrects }))
      .then({ ...linked(ben), corrects });
    given().when(link({ corrects })).thenRejected('NothingToCorrect');
    given(linked(), { ...linked(ben), corrects })
      .when(link({ corrects }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses a login that was unlinked', () => {
    given(linked(), unlinked).when(link()).thenRejected('LoginUnlinked');
  });
});

describe('unlinking a login', () => {
  it('ends it, once', () => {
    given(linked()).when(unlink()).then(unlinked);
    given(linked(), unlinked).when(unlink()).thenNothing();
  });
  it('refuses what leads to nobody, and a day before it did', () => {
    given().when(unlink()).thenRejected('LoginNotLinked');
    given(linked())
      .when(unlink('2024-12-31'))
      .thenRejected('UnlinkedBeforeLinked', { linkedOn: '2025-01-01' });
  });
});
