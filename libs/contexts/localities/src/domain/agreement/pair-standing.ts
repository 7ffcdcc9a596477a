import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { AgreementParty } from '../../contracts.js';
import { holdsOn, type Period } from '../period.js';
import { pairsOf, type AgreementPair } from './agreement.parties.js';

/** What a party has done, with the days. */
export interface PartyOnRecord extends AgreementParty {
  readonly signedOn: CalendarDate | null;
  readonly suspensions: readonly Period[];
  readonly leftOn: CalendarDate | null;
}

export interface AgreementOnRecord extends Period {
  readonly disclosing: readonly Uuid[];
  readonly receiving: readonly AgreementParty[];
  readonly parties: readonly PartyOnRecord[];
}

export const pairStandings = ['notBegun', 'waiting', 'inForce', 'suspended', 'over'] as const;
export type PairStanding = (typeof pairStandings)[number];

/** How it stands between two parties on a day, and because of whom. */
export interface StandingOfPair extends AgreementPair {
  readonly standing: PairStanding;
  /** Those who have not signed. */
  readonly waitingFor: readonly AgreementParty[];
  readonly suspendedBy: readonly AgreementParty[];
  /** The first day on which both are bound; null while one has not signed. */
  readonly from: CalendarDate | null;
}

/**
 * How each pair stands on a day. What happened on the day itself counts as from its beginning, so that a pair which one
 * party suspended during the day is suspended on it.
 */
export const pairsOn = (agreement: AgreementOnRecord, day: CalendarDate): readonly StandingOfPair[] =>
  pairsOf(agreement).map((pair) => {
    const both = agreement.parties.filter(({ id }) => id === pair.discloser || id === pair.receiver.id);
    const unsigned = both.filter(({ signedOn }) => signedOn === null || day < signedOn);
    const pausing = both.filter(({ suspensions }) => suspensions.some((period) => holdsOn(period, day)));
    const from = bothBoundFrom(agreement.from, both);
    const isOver =
      (agreement.until !== null && agreement.until <= day) ||
      both.some(({ leftOn }) => leftOn !== null && leftOn <= day);
    return {
      ...pair,
      from,
      waitingFor: unsigned.map(partyOf),
      suspendedBy: pausing.map(partyOf),
      standing: standingOf({ isOver, unsigned, pausing, begun: agreement.from <= day }),
    };
  });

const partyOf = ({ kind, id }: AgreementParty): AgreementParty => ({ kind, id });

const bothBoundFrom = (start: CalendarDate, both: readonly PartyOnRecord[]): CalendarDate | null => {
  const days = both.flatMap(({ signedOn }) => signedOn ?? []);
  return days.length < 2 ? null : [start, ...days].toSorted().at(-1)!;
};

const standingOf = (now: {
  readonly isOver: boolean;
  readonly unsigned: readonly object[];
  readonly pausing: readonly object[];
  readonly begun: boolean;
}): PairStanding => {
  if (now.isOver) return 'over';
  if (now.unsigned.length > 0) return 'waiting';
  if (now.pausing.length > 0) return 'suspended';
  return now.begun ? 'inForce' : 'notBegun';
};
