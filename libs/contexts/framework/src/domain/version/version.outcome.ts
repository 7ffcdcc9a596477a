import { reject, type Rejected, type Uuid } from '@alongside/kernel';
import type { LapseReason, VersionEvent, VoteResult } from '../../contracts.js';
import type { LapseVersion, RatifyVersion, SupersedeVersion } from './version.commands.js';
import type { VersionRefusal } from './version.refusals.js';
import type { Drafted } from './version.state.js';
import { majorityReached, quorumReached, shareOf, tallyOf } from './vote.js';

type Decision = readonly VersionEvent[] | Rejected<VersionRefusal>;

/** What the vote's rule finds against ratifying; undefined where it carried. */
const failure = (result: VoteResult): Rejected<'QuorumNotReached' | 'MajorityNotReached'> | undefined => {
  const { livedExperienceDeciding, quorumShare, majorityShare } = result;
  const tally = tallyOf(result);
  if (!quorumReached(result)) {
    const livedExperienceShare = shareOf(livedExperienceDeciding, result);
    return reject('QuorumNotReached', { tally, livedExperienceShare, needed: quorumShare });
  }
  if (!majorityReached(result))
    return reject('MajorityNotReached', {
      tally,
      forShare: shareOf(tally.for, result),
      needed: majorityShare,
    });
  return undefined;
};

export const ratify = (command: RatifyVersion, state: Drafted): Decision => {
  const { inForceFrom, currentVersionId, effectiveOn: ratifiedOn } = command;
  const { versionId, frameworkId, number, replaces, successorRule, status, result } = state;
  if (status === 'Ratified') return state.inForceFrom === inForceFrom ? [] : reject('AlreadyDecided');
  if (status === 'NotRatified' || status === 'Superseded') return reject('AlreadyDecided');
  if (status !== 'VotingClosed' || !result) return reject('VotingNotClosed');
  const failed = failure(result);
  if (failed) return failed;
  if (currentVersionId !== replaces) return reject('AnotherVersionInForce', { currentVersionId });
  if (inForceFrom < ratifiedOn) return reject('InForceBeforeRatification', { ratifiedOn });
  return [
    {
      type: 'VersionRatified',
      data: {
        versionId,
        frameworkId,
        number,
        replaces,
        ...successorRule,
        ratifiedOn,
        effectiveOn: inForceFrom,
      },
    },
  ];
};

const reasonToLapse = (
  { status, result, replaces }: Drafted,
  currentVersionId: Uuid | null,
): LapseReason | Rejected<VersionRefusal> => {
  if (status === 'Draft' || status === 'Consultation') return 'withdrawn';
  if (!result) return reject('VotingNotClosed');
  const failed = failure(result);
  if (failed) return failed.rejected === 'QuorumNotReached' ? 'quorumNotReached' : 'majorityNotReached';
  return currentVersionId === replaces ? reject('VoteCarried') : 'overtaken';
};

export const lapse = ({ currentVersionId, effectiveOn }: LapseVersion, state: Drafted): Decision => {
  const { versionId, frameworkId, status } = state;
  if (status === 'NotRatified') return [];
  if (status === 'Ratified' || status === 'Superseded') return reject('AlreadyDecided');
  const because = reasonToLapse(state, currentVersionId);
  if (typeof because !== 'string') return because;
  return [{ type: 'VersionNotRatified', data: { versionId, frameworkId, because, effectiveOn } }];
};

export const supersede = ({ by, effectiveOn }: SupersedeVersion, state: Drafted): Decision => {
  const { versionId, frameworkId, status, inForceFrom, supersededBy } = state;
  if (status === 'Superseded') return supersededBy === by ? [] : reject('AlreadySuperseded');
  if (status !== 'Ratified' || inForceFrom === null) return reject('NotRatified');
  if (by === versionId) return reject('SupersededByItself');
  if (effectiveOn < inForceFrom) return reject('BeforeInForce', { inForceFrom });
  return [{ type: 'VersionSuperseded', data: { versionId, frameworkId, by, effectiveOn } }];
};
