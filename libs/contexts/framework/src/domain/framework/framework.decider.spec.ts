import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import { PEER_LED_QUORUM_SHARE, type FrameworkEvent } from '../../contracts.js';
import { clauseId, frameworkId, localityId, organisationId, person } from '../../testing/samples.js';
import type { AlignClauses, FoundFramework, JoinGroup, LeaveGroup } from './framework.commands.js';
import { framework, memberOn } from './framework.decider.js';

const { given } = specFor(framework);

const found = (changes: Partial<FoundFramework> = {}): FoundFramework => ({
  type: 'FoundFramework',
  frameworkId,
  localityId,
  name: 'Sussex peer support framework',
  effectiveOn: '2024-01-10',
  ...changes,
});
const founded = (quorumShare = 0.5, majorityShare = 0.5): FrameworkEvent => ({
  type: 'FrameworkFounded',
  data: {
    frameworkId,
    localityId,
    name: 'Sussex peer support framework',
    quorumShare,
    majorityShare,
    effectiveOn: '2024-01-10',
  },
});
const join = (changes: Partial<JoinGroup> = {}): JoinGroup => ({
  type: 'JoinGroup',
  personId: person('Ada'),
  organisationId,
  livedExperience: true,
  effectiveOn: '2024-02-01',
  ...changes,
});
const joined = (
  effectiveOn = '2024-02-01',
  livedExperience = true,
  name = 'Ada',
  corrects?: FrameworkEvent['corrects'],
): FrameworkEvent => ({
  type: 'GroupMemberJoined',
  data: { frameworkId, personId: person(name), organisationId, livedExperience, effectiveOn },
  ...(corrects ? { corrects } : {}),
});
const leave = (changes: Partial<LeaveGroup> = {}): LeaveGroup => ({
  type: 'LeaveGroup',
  personId: person('Ada'),
  effectiveOn: '2024-06-01',
  ...changes,
});
const left = (effectiveOn = '2024-06-01', corrects?: FrameworkEvent['corrects']): FrameworkEvent => ({
  type: 'GroupMemberLeft',
  data: { frameworkId, personId: person('Ada'), effectiveOn },
  ...(corrects ? { corrects } : {}),
});
const corrects = (index: number) => ({ eventId: factId(index), reason: 'wrongDate' }) as const;

describe('founding a framework', () => {
  it('sets half of the deciding votes as quorum unless another share is given', () => {
    given().when(found()).then(founded());
  });
  it('takes the share of a peer-led group', () => {
    given()
      .when(found({ quorumShare: PEER_LED_QUORUM_SHARE, majorityShare: 0.6667 }))
      .then(founded(0.75, 0.6667));
  });
  it.each([
    { quorumShare: -0.1 },
    { quorumShare: 1.1 },
    { majorityShare: 0.49 },
    { majorityShare: 1.1 },
    { quorumShare: Number.NaN },
  ])('refuses %j as a voting rule', (shares) => {
    given().when(found(shares)).thenRejected('ShareOutOfRange');
  });
  it('refuses a name of nothing but space', () => {
    given()
      .when(found({ name: '  ' }))
      .thenRejected('NameMissing');
  });
  it('happens once', () => {
    given(founded()).when(found()).thenRejected('FrameworkAlreadyFounded');
  });
  it('comes before everything else', () => {
    given().when(join()).thenRejected('FrameworkNotFounded');
  });
});

describe('joining the group', () => {
  it('records where the member comes from and what they bring', () => {
    given(founded()).when(join()).then(joined());
  });
  it('is not possible before the framework was founded', () => {
    given(founded())
      .when(join({ effectiveOn: '2024-01-09' }))
      .thenRejected('BeforeFounding', { foundedOn: '2024-01-10' });
  });
  it('changes nothing for a member who says the same', () => {
    given(founded(), joined())
      .when(join({ effectiveOn: '2024-03-01' }))
      .thenNothing();
  });
  it('says anew what a member brings', () => {
    given(founded(), joined())
      .when(join({ livedExperience: false, effectiveOn: '2024-03-01' }))
      .then(joined('2024-03-01', false));
  });
  it('says it anew where the record is sealed and cannot tell', () => {
    const sealed: FrameworkEvent = {
      type: 'GroupMemberJoined',
      data: {
        frameworkId,
        personId: person('Ada'),
        organisationId,
        livedExperience: { sealed: 1, class: 'C3', key: 'k', iv: 'i', box: 'b' },
        effectiveOn: '2024-02-01',
      },
    };
    given(founded(), sealed)
      .when(join({ effectiveOn: '2024-03-01' }))
      .then(joined('2024-03-01'));
  });
  it('is possible again after leaving, on the same day too', () => {
    given(founded(), joined(), left())
      .when(join({ effectiveOn: '2024-06-01' }))
      .then(joined('2024-06-01'));
  });
});

describe('leaving the group', () => {
  it('ends the membership from that day', () => {
    const history = [founded(), joined()] as const;
    given(...history)
      .when(leave())
      .then(left());
    const { state } = given(...history, left());
    if (state.status === 'None') throw new Error('it was founded');
    expect(memberOn(state, person('Ada'), '2024-01-31')).toBeNull();
    expect(memberOn(state, person('Ada'), '2024-02-01')).toEqual({ organisationId, livedExperience: true });
    expect(memberOn(state, person('Ada'), '2024-05-31')).not.toBeNull();
    expect(memberOn(state, person('Ada'), '2024-06-01')).toBeNull();
  });
  it.each([
    ['somebody else', leave({ personId: person('Ben') })],
    ['a day before they joined', leave({ effectiveOn: '2024-01-31' })],
  ])('is refused for %s', (_, command) => {
    given(founded(), joined()).when(command).thenRejected('NotAGroupMember');
  });
  it('is refused twice', () => {
    given(founded(), joined(), left())
      .when(leave({ effectiveOn: '2024-07-01' }))
      .thenRejected('NotAGroupMember');
  });
});

describe('correcting the group', () => {
  it('moves the day of joining', () => {
    given(founded(), joined())
      .when(join({ effectiveOn: '2024-01-15', corrects: corrects(1) }))
      .then(joined('2024-01-15', true, 'Ada', corrects(1)));
  });
  it('moves the day of leaving to one on which they had left already', () => {
    given(founded(), joined(), left())
      .when(leave({ effectiveOn: '2024-07-01', corrects: corrects(2) }))
      .then(left('2024-07-01', corrects(2)));
  });
  it('puts somebody else in the place of who was entered in error', () => {
    const { state } = given(founded(), joined(), joined('2024-02-01', true, 'Ben', corrects(1)));
    if (state.status === 'None') throw new Error('it was founded');
    expect(memberOn(state, person('Ada'), '2024-02-01')).toBeNull();
    expect(memberOn(state, person('Ben'), '2024-02-01')).not.toBeNull();
  });
  it.each([
    ['an event that is not there', join({ corrects: corrects(9) })],
    ['a leaving by a joining', join({ corrects: corrects(2) })],
    ['a joining by a leaving', leave({ corrects: corrects(1) })],
    ['the leaving of somebody else', leave({ personId: person('Ben'), corrects: corrects(2) })],
    ['the founding', join({ corrects: corrects(0) })],
  ])('refuses to correct %s', (_, command) => {
    given(founded(), joined(), left()).when(command).thenRejected('NothingToCorrect');
  });
});

describe('aligning clauses with another framework', () => {
  const pair = {
    clauseId: clauseId('readiness'),
    otherFrameworkId: uuid5('Wessex framework'),
    otherClauseId: clauseId('their readiness'),
  };
  const align: AlignClauses = {
    type: 'AlignClauses',
    ...pair,
    kind: 'readinessItem',
    otherKind: 'readinessItem',
    effectiveOn: '2024-09-01',
  };
  const separate = { type: 'SeparateClauses', ...pair, effectiveOn: '2024-10-01' } as const;
  const aligned: FrameworkEvent = {
    type: 'ClausesAligned',
    data: { frameworkId, ...pair, effectiveOn: '2024-09-01' },
  };
  const separated: FrameworkEvent = {
    type: 'ClausesSeparated',
    data: { frameworkId, ...pair, effectiveOn: '2024-10-01' },
  };

  it('records that they are about the same thing', () => {
    given(founded()).when(align).then(aligned);
  });
  it('changes nothing the second time', () => {
    given(founded(), aligned).when(align).thenNothing();
  });
  it('is refused within one framework', () => {
    given(founded())
      .when({ ...align, otherFrameworkId: frameworkId })
      .thenRejected('SameFramework');
  });
  it('is refused for clauses of different kinds', () => {
    given(founded())
      .when({ ...align, otherKind: 'principle' })
      .thenRejected('ClausesOfDifferentKinds');
  });
  it('is refused for a clause that there is not', () => {
    given(founded())
      .when({ ...align, otherKind: null })
      .thenRejected('ClauseUnknown');
  });
  it('can be taken back, once', () => {
    given(founded(), aligned).when(separate).then(separated);
    given(founded(), aligned, separated).when(separate).thenNothing();
  });
});
