import { reject, type Rejected, type Uuid } from '@alongside/kernel';
import type { VersionEvent } from '../../contracts.js';
import type {
  CastBallot,
  CloseVoting,
  MakeComment,
  OpenConsultation,
  OpenVoting,
  StateDissent,
} from './version.commands.js';
import type { VersionRefusal } from './version.refusals.js';
import { standingClauses, type Drafted } from './version.state.js';
import { count, isUnread } from './vote.js';

type Decision = readonly VersionEvent[] | Rejected<VersionRefusal>;

const MOST_CHARACTERS = 4_000;

export const openConsultation = ({ effectiveOn }: OpenConsultation, state: Drafted): Decision => {
  if (state.status === 'Consultation') return [];
  if (state.status !== 'Draft') return reject('NotInDraft');
  if (standingClauses(state).length === 0) return reject('NoClauses');
  return [{ type: 'ConsultationOpened', data: { versionId: state.versionId, effectiveOn } }];
};

const isSayable = (text: string): boolean => text !== '' && text.length <= MOST_CHARACTERS;

/** Null speaks of the whole version; a clause that was withdrawn can still be spoken of. */
const isSpokenOf = (clauseId: Uuid | null, { clauses }: Drafted): boolean =>
  clauseId === null || Object.hasOwn(clauses, clauseId);

export const comment = (command: MakeComment, state: Drafted): Decision => {
  const { commentId, clauseId, personId, effectiveOn } = command;
  const text = command.text.trim();
  if (state.status !== 'Consultation') return reject('NotInConsultation');
  if (!isSpokenOf(clauseId, state)) return reject('ClauseUnknown');
  if (!isSayable(text)) return reject('TextMissing');
  const { versionId } = state;
  return [{ type: 'CommentMade', data: { versionId, commentId, clauseId, personId, text, effectiveOn } }];
};

export const openVoting = ({ effectiveOn }: OpenVoting, state: Drafted): Decision => {
  if (state.status === 'Voting') return [];
  if (state.status !== 'Consultation') return reject('NotInConsultation');
  if (standingClauses(state).length === 0) return reject('NoClauses');
  return [{ type: 'VotingOpened', data: { versionId: state.versionId, effectiveOn } }];
};

export const castBallot = (command: CastBallot, state: Drafted): Decision => {
  const { personId, choice, member, effectiveOn } = command;
  if (state.status !== 'Voting') return reject('VotingNotOpen');
  if (!member) return reject('NotAGroupMember');
  const { livedExperience } = member;
  const before = state.ballots[personId];
  if (before?.choice === choice && before.livedExperience === livedExperience) return [];
  const { versionId } = state;
  return [{ type: 'BallotCast', data: { versionId, personId, choice, livedExperience, effectiveOn } }];
};

export const stateDissent = (command: StateDissent, state: Drafted): Decision => {
  const { dissentId, personId, clauseId, named, effectiveOn } = command;
  const statement = command.statement.trim();
  if (!['Voting', 'VotingClosed', 'Ratified'].includes(state.status)) return reject('NoTimeForDissent');
  if (!command.member) return reject('NotAGroupMember');
  if (!isSpokenOf(clauseId, state)) return reject('ClauseUnknown');
  if (!isSayable(statement)) return reject('TextMissing');
  return [
    {
      type: 'DissentStated',
      data: { versionId: state.versionId, dissentId, personId, clauseId, statement, named, effectiveOn },
    },
  ];
};

/** A ballot cast by a member counts, whether or not they are in the group when the vote is closed. */
export const closeVoting = ({ effectiveOn }: CloseVoting, state: Drafted): Decision => {
  const ballots = Object.values(state.ballots);
  if (state.status === 'VotingClosed') return [];
  if (state.status !== 'Voting') return reject('VotingNotOpen');
  if (ballots.some(isUnread)) return reject('BallotsSealed');
  const { versionId, votingRule } = state;
  return [{ type: 'VotingClosed', data: { versionId, ...count(ballots, votingRule), effectiveOn } }];
};
