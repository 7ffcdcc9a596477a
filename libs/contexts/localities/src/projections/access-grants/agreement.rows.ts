import { uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { Change, Projection, Published } from '@alongside/projections';
import {
  areaOfPurpose,
  type AgreementDrawnUp,
  type AgreementEvent,
  type AgreementParty,
} from '../../contracts.js';
import { pairsOf, type AgreementPair } from '../../domain/index.js';
import { dayAfter, endedBy } from '../lasting.js';
import type { AccessGrantRow, AgreementStanding } from './access-grant.row.js';
import { changing, granted } from './granting.js';

const grantIdOf = (agreementId: Uuid, { discloser, receiver }: AgreementPair): Uuid =>
  uuid5(`agreement:${agreementId}:${discloser}:${receiver.id}`);

/** What the pair has between it: from the day on which both have signed, for as long as neither has suspended it. */
const opening = (
  standing: AgreementStanding,
  { discloser, receiver }: AgreementPair,
): Pick<AccessGrantRow, 'standing' | 'from_on' | 'to_on' | 'suspended'> => {
  const signed = [standing.signed[discloser], standing.signed[receiver.id]];
  const days = signed.filter((day): day is CalendarDate => day !== undefined);
  return {
    standing,
    from_on: days.length < 2 ? null : [standing.from, ...days].toSorted().at(-1)!,
    to_on: standing.to,
    suspended: standing.suspended.length > 0,
  };
};

const drawnUp = (event: Published<AgreementDrawnUp>): readonly Change<AccessGrantRow>[] =>
  pairsOf(event.data).map((pair) => {
    const grantId = grantIdOf(event.data.agreementId, pair);
    return {
      key: [grantId],
      fold: () =>
        granted(event, {
          grant_id: grantId,
          basis: 'agreement',
          holder_kind: pair.receiver.kind,
          holder_id: pair.receiver.id,
          scope_kind: 'organisation',
          scope_id: pair.discloser,
          organisation_id: pair.discloser,
          areas: [...new Set(event.data.purposes.map((purpose) => areaOfPurpose[purpose]))].toSorted(),
          classes: event.data.classes.toSorted(),
          ...opening(
            {
              localityId: event.data.localityId,
              from: event.data.effectiveOn,
              to: dayAfter(event.data.endsOn),
              signed: {},
              suspended: [],
            },
            pair,
          ),
        }),
    };
  });

/** Changes the standing of every pair that the fact concerns: of one party, or of all where it names none. */
const restanding = (
  event: Published<AgreementEvent>,
  party: AgreementParty | undefined,
  change: (standing: AgreementStanding) => AgreementStanding,
): readonly Change<AccessGrantRow>[] =>
  pairsOf(event.data)
    .filter(({ discloser, receiver }) => !party || [discloser, receiver.id].includes(party.id))
    .map((pair) =>
      changing(grantIdOf(event.data.agreementId, pair), event, ({ standing }) =>
        opening(change(standing!), pair),
      ),
    );

/** What organisations share with one another: a right of each receiver to the records of each discloser. */
export const agreementRows: Projection<AccessGrantRow, AgreementEvent>['on'] = {
  AgreementDrawnUp: drawnUp,
  AgreementSigned: (event) =>
    restanding(event, event.data.party, (standing) => ({
      ...standing,
      signed: { ...standing.signed, [event.data.party.id]: event.data.effectiveOn },
    })),
  AgreementSuspended: (event) =>
    restanding(event, event.data.party, (standing) => ({
      ...standing,
      suspended: [...new Set([...standing.suspended, event.data.party.id])],
    })),
  AgreementResumed: (event) =>
    restanding(event, event.data.party, (standing) => ({
      ...standing,
      suspended: standing.suspended.filter((id) => id !== event.data.party.id),
    })),
  AgreementLeft: (event) =>
    restanding(event, event.data.party, (standing) => ({
      ...standing,
      to: endedBy(standing.to, event.data.effectiveOn),
    })),
  AgreementEnded: (event) =>
    restanding(event, undefined, (standing) => ({
      ...standing,
      to: endedBy(standing.to, event.data.effectiveOn),
    })),
};
