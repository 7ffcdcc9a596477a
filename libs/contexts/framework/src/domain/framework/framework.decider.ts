import {
  disclosed,
  reject,
  type CalendarDate,
  type Decider,
  type Fact,
  type Personal,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import {
  DEFAULT_MAJORITY_SHARE,
  DEFAULT_QUORUM_SHARE,
  type ClausesAligned,
  type FrameworkEvent,
  type VotingRule,
} from '../../contracts.js';
import { correcting } from '../correcting.js';
import { isVotingRule } from '../voting.rule.js';
import type {
  AlignClauses,
  FoundFramework,
  FrameworkCommand,
  JoinGroup,
  LeaveGroup,
  SeparateClauses,
} from './framework.commands.js';
import type { FrameworkRefusal } from './framework.refusals.js';

/** What somebody was to the group from a day; `joined` null from when they left. */
export interface GroupStanding {
  readonly eventId: Uuid;
  readonly personId: Uuid;
  readonly from: CalendarDate;
  readonly joined: {
    readonly organisationId: Uuid | null;
    readonly livedExperience: Personal<boolean>;
  } | null;
}

type AlignedPair = Pick<ClausesAligned['data'], 'clauseId' | 'otherFrameworkId' | 'otherClauseId'>;

export interface FoundedFramework {
  readonly status: 'Founded';
  readonly frameworkId: Uuid;
  readonly localityId: Uuid;
  readonly name: string;
  readonly foundedOn: CalendarDate;
  /** Binds the first version. */
  readonly votingRule: VotingRule;
  /** In the order of their days. */
  readonly group: readonly GroupStanding[];
  readonly aligned: readonly AlignedPair[];
}

export type FrameworkState = { readonly status: 'None' } | FoundedFramework;

type Decision = readonly FrameworkEvent[] | Rejected<FrameworkRefusal>;

/** What was last said of a person by a day; undefined where nothing was. */
export const standingOn = (
  { group }: Pick<FoundedFramework, 'group'>,
  personId: Uuid,
  on: CalendarDate,
): GroupStanding | undefined =>
  group.findLast((standing) => standing.personId === personId && standing.from <= on);

/** What a person is to the group on a day; null where they are not in it. */
export const memberOn = (
  framework: Pick<FoundedFramework, 'group'>,
  personId: Uuid,
  on: CalendarDate,
): GroupStanding['joined'] => standingOn(framework, personId, on)?.joined ?? null;

const found = (command: FoundFramework): Decision => {
  const { frameworkId, localityId, effectiveOn } = command;
  const name = command.name.trim();
  const quorumShare = command.quorumShare ?? DEFAULT_QUORUM_SHARE;
  const majorityShare = command.majorityShare ?? DEFAULT_MAJORITY_SHARE;
  if (name === '') return reject('NameMissing');
  if (!isVotingRule({ quorumShare, majorityShare })) return reject('ShareOutOfRange');
  return [
    {
      type: 'FrameworkFounded',
      data: { frameworkId, localityId, name, quorumShare, majorityShare, effectiveOn },
    },
  ];
};

/** The group as it stood without the fact that is put right; undefined where there is no such fact. */
const groupWithout = (
  { group }: FoundedFramework,
  { corrects, personId }: JoinGroup | LeaveGroup,
  joining: boolean,
): readonly GroupStanding[] | undefined => {
  if (!corrects) return group;
  const wrong = group.find(({ eventId }) => eventId === corrects.eventId);
  if (!wrong || (wrong.joined !== null) !== joining) return undefined;
  return joining || wrong.personId === personId ? group.filter((one) => one !== wrong) : undefined;
};

const join = (command: JoinGroup, state: FoundedFramework): Decision => {
  const { personId, organisationId, livedExperience, effectiveOn } = command;
  const group = groupWithout(state, command, true);
  if (!group) return reject('NothingToCorrect');
  const member = memberOn({ group }, personId, effectiveOn);
  const said = member && disclosed(member.livedExperience);
  if (member && !command.corrects && member.organisationId === organisationId && said === livedExperience)
    return [];
  const { frameworkId } = state;
  return [
    {
      type: 'GroupMemberJoined',
      data: { frameworkId, personId, organisationId, livedExperience, effectiveOn },
      ...correcting(command),
    },
  ];
};

const leave = (command: LeaveGroup, state: FoundedFramework): Decision => {
  const { personId, effectiveOn } = command;
  const group = groupWithout(state, command, false);
  if (!group) return reject('NothingToCorrect');
  if (!memberOn({ group }, personId, effectiveOn)) return reject('NotAGroupMember');
  return [
    {
      type: 'GroupMemberLeft',
      data: { frameworkId: state.frameworkId, personId, effectiveOn },
      ...correcting(command),
    },
  ];
};

const samePair =
  (a: AlignedPair) =>
  (b: AlignedPair): boolean =>
    a.clauseId === b.clauseId && a.otherClauseId === b.otherClauseId;

const align = (command: AlignClauses, { frameworkId, aligned }: FoundedFramework): Decision => {
  const { clauseId, otherFrameworkId, otherClauseId, effectiveOn } = command;
  if (otherFrameworkId === frameworkId) return reject('SameFramework');
  if (command.kind === null || command.otherKind === null) return reject('ClauseUnknown');
  if (command.kind !== command.otherKind) return reject('ClausesOfDifferentKinds');
  if (aligned.some(samePair(command))) return [];
  return [
    {
      type: 'ClausesAligned',
      data: { frameworkId, clauseId, otherFrameworkId, otherClauseId, effectiveOn },
    },
  ];
};

const separate = (command: SeparateClauses, { frameworkId, aligned }: FoundedFramework): Decision => {
  const { clauseId, otherFrameworkId, otherClauseId, effectiveOn } = command;
  if (!aligned.some(samePair(command))) return [];
  return [
    {
      type: 'ClausesSeparated',
      data: { frameworkId, clauseId, otherFrameworkId, otherClauseId, effectiveOn },
    },
  ];
};

const decide = (command: FrameworkCommand, state: FrameworkState): Decision => {
  if (command.type === 'FoundFramework')
    return state.status === 'None' ? found(command) : reject('FrameworkAlreadyFounded');
  if (state.status === 'None') return reject('FrameworkNotFounded');
  if (command.effectiveOn < state.foundedOn) return reject('BeforeFounding', { foundedOn: state.foundedOn });
  switch (command.type) {
    case 'JoinGroup':
      return join(command, state);
    case 'LeaveGroup':
      return leave(command, state);
    case 'AlignClauses':
      return align(command, state);
    case 'SeparateClauses':
      return separate(command, state);
    default:
      return command satisfies never;
  }
};

const evolve = (state: FrameworkState, fact: Fact<FrameworkEvent>): FrameworkState => {
  if (fact.type === 'FrameworkFounded') {
    const { frameworkId, localityId, name, quorumShare, majorityShare, effectiveOn } = fact.data;
    const votingRule = { quorumShare, majorityShare };
    return {
      status: 'Founded',
      frameworkId,
      localityId,
      name,
      foundedOn: effectiveOn,
      votingRule,
      group: [],
      aligned: [],
    };
  }
  if (state.status === 'None') return state;
  switch (fact.type) {
    case 'GroupMemberJoined':
    case 'GroupMemberLeft':
      return { ...state, group: [...state.group, standingBy(fact)] };
    case 'ClausesAligned':
      return { ...state, aligned: [...state.aligned, pairOf(fact.data)] };
    case 'ClausesSeparated':
      return { ...state, aligned: state.aligned.filter((pair) => !samePair(fact.data)(pair)) };
    default:
      return fact satisfies never;
  }
};

const standingBy = ({
  id,
  type,
  data,
}: Fact<Extract<FrameworkEvent, { type: 'GroupMemberJoined' | 'GroupMemberLeft' }>>): GroupStanding => ({
  eventId: id,
  personId: data.personId,
  from: data.effectiveOn,
  joined:
    type === 'GroupMemberJoined'
      ? { organisationId: data.organisationId, livedExperience: data.livedExperience }
      : null,
});

const pairOf = ({ clauseId, otherFrameworkId, otherClauseId }: AlignedPair): AlignedPair => ({
  clauseId,
  otherFrameworkId,
  otherClauseId,
});

export const framework: Decider<FrameworkCommand, FrameworkState, FrameworkEvent, FrameworkRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
