import { reject, type Decider, type Rejected } from '@alongside/kernel';
import type { VersionEvent } from '../../contracts.js';
import type { VersionCommand } from './version.commands.js';
import { amend, draft, propose, proposeVotingRule, withdrawClause } from './version.drafting.js';
import { lapse, ratify, supersede } from './version.outcome.js';
import type { VersionRefusal } from './version.refusals.js';
import { evolveVersion, type VersionState } from './version.state.js';
import {
  castBallot,
  closeVoting,
  comment,
  openConsultation,
  openVoting,
  stateDissent,
} from './version.voting.js';

const decide = (
  command: VersionCommand,
  state: VersionState,
): readonly VersionEvent[] | Rejected<VersionRefusal> => {
  if (command.type === 'DraftVersion')
    return state.status === 'None' ? draft(command) : reject('VersionAlreadyDrafted');
  if (state.status === 'None') return reject('VersionNotDrafted');
  if (command.effectiveOn < state.lastOn) return reject('BeforePreviousStep', { notBefore: state.lastOn });
  switch (command.type) {
    case 'ProposeClause':
      return propose(command, state);
    case 'AmendClause':
      return amend(command, state);
    case 'WithdrawClause':
      return withdrawClause(command, state);
    case 'ProposeVotingRule':
      return proposeVotingRule(command, state);
    case 'OpenConsultation':
      return openConsultation(command, state);
    case 'MakeComment':
      return comment(command, state);
    case 'OpenVoting':
      return openVoting(command, state);
    case 'CastBallot':
      return castBallot(command, state);
    case 'StateDissent':
      return stateDissent(command, state);
    case 'CloseVoting':
      return closeVoting(command, state);
    case 'RatifyVersion':
      return ratify(command, state);
    case 'LapseVersion':
      return lapse(command, state);
    case 'SupersedeVersion':
      return supersede(command, state);
    default:
      return command satisfies never;
  }
};

/** One version of a framework from its draft to whatever became of it. */
export const version: Decider<VersionCommand, VersionState, VersionEvent, VersionRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve: evolveVersion,
};
