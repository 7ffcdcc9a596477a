import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, uuid5 } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import { disclosureAreas, disclosureRoles } from '../contracts.js';
import {
  invitation,
  login,
  peopleCatalogue,
  person,
  privateRecord,
  sharedWithOn,
  type InvitationCommand,
  type LoginCommand,
  type PersonCommand,
  type PrivateRecordCommand,
} from './index.js';

const [personId, otherId] = [uuid5('one'), uuid5('other')];
const few = { numRuns: 500 };
const day = fc.nat(60).map((days) => addDays('2025-01-01', days));
const someDay = fc.option(day, { nil: null });
const id = fc.constantFrom(uuid5('a'), uuid5('b'));
const correction = fc
  .option(fc.nat(12), { nil: undefined })
  .map((index) =>
    index === undefined ? {} : { corrects: { eventId: factId(index), reason: 'wrongDate' as const } },
  );
const words = fc.constantFrom('', 'SECRET one', 'SECRET two');
const dated = <Command extends object>(...commands: readonly fc.Arbitrary<Command>[]) =>
  fc
    .tuple(fc.oneof(...commands), day, correction)
    .map(([one, effectiveOn, correcting]) => ({ ...one, effectiveOn, ...correcting }));

const personCommand = dated<object>(
  fc.record({
    type: fc.constant('RegisterPerson'),
    personId: fc.constant(personId),
    givenName: words,
    familyName: words,
    email: fc.constantFrom(null, 'SECRET@example.org'),
    phone: fc.constant(null),
    demonstration: fc.boolean(),
    registeredBy: fc.constant(otherId),
  }),
  fc.record({ type: fc.constant('NamePerson'), givenName: words, familyName: words }),
  fc.record({
    type: fc.constant('GrantDisclosure'),
    grantId: id,
    sharedWithOrganisationId: id,
    sharedWithRole: fc.option(fc.constantFrom(...disclosureRoles), { nil: null }),
    area: fc.constantFrom(...disclosureAreas),
    text: words,
    until: someDay,
  }),
  fc.record({ type: fc.constant('WithdrawDisclosure'), grantId: id }),
  fc.record({
    type: fc.constant('ContestFact'),
    contestId: id,
    eventId: id,
    fact: fc.constant({ about: personId, heldBy: otherId }),
    statement: words,
  }),
  fc.record({
    type: fc.constant('AnswerContest'),
    contestId: id,
    outcome: fc.constant('stands'),
    answer: words,
    answeredBy: fc.constantFrom(personId, otherId),
  }),
) as fc.Arbitrary<PersonCommand>;
const people = fc.array(personCommand, { maxLength: 14 }).map((commands) => play(person, commands));

describe('whatever is asked of a person', () => {
  it('needs no personal value to be folded', () => {
    const sealed = { sealed: 1, class: 'C1', key: 'k', iv: '', box: '' };
    fc.assert(
      fc.property(people, (facts) => {
        const atRest = facts.map((fact) => ({
          ...fact,
          data: Object.fromEntries(
            Object.entries(fact.data).map(([field, value]) => [
              field,
              (peopleCatalogue[fact.type].open as readonly string[]).includes(field) ? value : sealed,
            ]),
          ),
        })) as unknown as typeof facts;
        expect(fold(person, atRest)).toEqual(fold(person, facts));
        expect(JSON.stringify(atRest)).not.toContain('SECRET');
      }),
      few,
    );
  });
  it('never has two open contests of one fact, nor an answer by the person', () => {
    fc.assert(
      fc.property(people, (facts) => {
        const open = fold(person, facts).contests.filter(({ answerId }) => answerId === null);
        expect(new Set(open.map(({ eventId }) => eventId)).size).toBe(open.length);
        expect(
          facts.some(({ type, data }) => type === 'ContestAnswered' && data.answeredBy === personId),
        ).toBe(false);
      }),
      few,
    );
  });
  it('shares nothing on the day on which it is withdrawn, or later', () => {
    fc.assert(
      fc.property(people, (facts) => {
        const { disclosures } = fold(person, facts);
        for (const { type, data } of facts)
          if (type === 'DisclosureWithdrawn') {
            const { until } = disclosures.find(({ grantId }) => grantId === data.grantId)!;
            expect(until !== null && until <= data.effectiveOn).toBe(true);
          }
      }),
      few,
    );
  });
});

describe('whatever is asked of a login', () => {
  const asked = dated<object>(
    fc.record({
      type: fc.constant('LinkLogin'),
      loginId: fc.constant(uuid5('login')),
      personId: id,
      loginOfPerson: fc.constant(null),
    }),
    fc.record({ type: fc.constant('UnlinkLogin') }),
  ) as fc.Arbitrary<LoginCommand>;
  it('never leads to another person without a correction', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 10 }), (commands) => {
        const links = play(login, commands).filter(({ type }) => type === 'LoginLinked');
        expect(links.slice(1).every(({ corrects }) => corrects !== undefined)).toBe(true);
      }),
      few,
    );
  });
});

describe('whatever is asked of an invitation', () => {
  const loginOfPerson = fc.option(
    fc
      .constantFrom(null, '2024-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')
      .map((unlinkedAt) => ({ unlinkedAt })),
    { nil: null },
  );
  const codeHash = fc.constantFrom('a0', 'b1');
  const asked = dated<object>(
    fc.record({
      type: fc.constant('SendInvitation'),
      invitationId: fc.constant(uuid5('invitation')),
      personId: fc.constant(personId),
      organisationId: fc.constant(otherId),
      codeHash,
      expiresOn: someDay,
      loginOfPerson,
      byOperator: fc.boolean(),
    }),
    fc.record({ type: fc.constant('WithdrawInvitation') }),
    fc.record({
      type: fc.constant('AcceptInvitation'),
      codeHash,
      loginId: id,
      login: fc.constantFrom('nobody', 'somebody', 'unlinked'),
      loginOfPerson,
    }),
  ) as fc.Arbitrary<InvitationCommand>;
  it('is sent once, and then accepted once or withdrawn once, in time', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 14 }), (commands) => {
        const [sent, ended, ...more] = play(invitation, commands);
        expect(more).toEqual([]);
        expect([undefined, 'InvitationSent']).toContain(sent?.type);
        if (sent?.type === 'InvitationSent' && ended?.type === 'InvitationAccepted')
          expect(ended.data.effectiveOn <= sent.data.expiresOn).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whatever is asked of a private record', () => {
  const asked = dated<object>(
    fc.record({
      type: fc.constant('RecordAdjustment'),
      adjustmentId: id,
      personId: fc.constant(personId),
      whatToDo: words,
    }),
    fc.record({
      type: fc.constant('ShareAdjustment'),
      adjustmentId: id,
      organisationId: id,
      until: someDay,
    }),
    fc.record({ type: fc.constant('UnshareAdjustment'), adjustmentId: id, organisationId: id }),
    fc.record({ type: fc.constant('EndAdjustment'), adjustmentId: id }),
  ) as fc.Arbitrary<PrivateRecordCommand>;
  it('shares with an organisation once at a time, and nothing that has ended', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 14 }), day, (commands, on) => {
        for (const adjustment of fold(privateRecord, play(privateRecord, commands)).adjustments) {
          const sharedWith = sharedWithOn(adjustment, on);
          expect(new Set(sharedWith).size).toBe(sharedWith.length);
          if (adjustment.endedOn !== null && adjustment.endedOn <= on) expect(sharedWith).toEqual([]);
        }
      }),
      few,
    );
  });
});
