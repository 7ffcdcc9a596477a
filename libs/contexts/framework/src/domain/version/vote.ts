import { isErased, isSealed, type Personal } from '@alongside/kernel';
import { choices, type Choice, type Tally, type VoteResult, type VotingRule } from '../../contracts.js';

export interface Ballot {
  readonly choice: Personal<Choice>;
  readonly livedExperience: Personal<boolean>;
}

/** Whether a ballot cannot be read here although its key may exist: counting would silently leave it out. */
export const isUnread = ({ choice, livedExperience }: Ballot): boolean =>
  isSealed(choice) || isSealed(livedExperience);

interface Read {
  readonly choice: Choice;
  readonly livedExperience: boolean;
}

const read = ({ choice, livedExperience }: Ballot): readonly Read[] =>
  isSealed(choice) || isErased(choice) || isSealed(livedExperience) || isErased(livedExperience)
    ? []
    : [{ choice, livedExperience }];

/** The result of these ballots by a rule. What was erased does not count. */
export const count = (ballots: readonly Ballot[], { quorumShare, majorityShare }: VotingRule): VoteResult => {
  const counted = ballots.flatMap(read);
  const tally = Object.fromEntries(
    choices.map((choice) => [choice, counted.filter((ballot) => ballot.choice === choice).length]),
  ) as { [Of in Choice]: number };
  const deciding = counted.filter(({ choice }) => choice !== 'abstain');
  return {
    tally,
    deciding: deciding.length,
    livedExperienceDeciding: deciding.filter(({ livedExperience }) => livedExperience).length,
    quorumShare,
    majorityShare,
  };
};

const tenThousandths = (share: number): number => Math.round(share * 10_000);

/**
 * Whether `part` of `whole` votes is at least `share`, to four decimal places; never of no votes. Exact for up to
 * 10,000 votes, and two of three reach 0.6667.
 */
export const reaches = (part: number, whole: number, share: number): boolean =>
  whole > 0 && tenThousandths(part / whole) >= tenThousandths(share);

export const quorumReached = ({ livedExperienceDeciding, deciding, quorumShare }: VoteResult): boolean =>
  reaches(livedExperienceDeciding, deciding, quorumShare);

/** More for than against, and the share that the rule asks for. */
export const majorityReached = ({ tally, deciding, majorityShare }: VoteResult): boolean =>
  tally.for > tally.against && reaches(tally.for, deciding, majorityShare);

/** What a refusal tells about a share that was not reached. */
export const shareOf = (part: number, { deciding }: VoteResult): number =>
  deciding === 0 ? 0 : tenThousandths(part / deciding) / 10_000;

/** The tally as plain JSON of its own. */
export const tallyOf = ({ tally }: VoteResult): Tally => ({ ...tally });
