import type { VotingRule } from '../contracts.js';

const isShare = (value: number, least: number): boolean => value >= least && value <= 1;

/** A quorum is any share; less than half of the votes for is never a majority. */
export const isVotingRule = ({ quorumShare, majorityShare }: VotingRule): boolean =>
  isShare(quorumShare, 0) && isShare(majorityShare, 0.5);
