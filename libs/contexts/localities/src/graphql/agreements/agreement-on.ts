import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { AgreementParty as Party } from '../../contracts.js';
import { holdsOn, pairsOn, type AgreementOnRecord } from '../../domain/index.js';
import { lastDayBefore } from '../day-of-column.js';
import type { AgreementParty, DataSharingAgreement } from './agreement.types.js';

/** An agreement as its row holds it, with the names of its parties by id. */
export type AgreementRead = Omit<DataSharingAgreement, 'until' | 'on' | 'parties' | 'pairs'> &
  Omit<AgreementOnRecord, 'until'> & {
    readonly to: CalendarDate | null;
    readonly names: Readonly<Record<Uuid, string>>;
  };

/** The agreement as it stands on a day. */
export const agreementOn =
  (day: CalendarDate) =>
  ({ to, names, disclosing, receiving, parties, ...terms }: AgreementRead): DataSharingAgreement => {
    const named = ({ kind, id }: Party): AgreementParty => ({ kind, id, name: names[id]! });
    const onRecord = { from: terms.from, until: to, disclosing, receiving, parties };
    return {
      ...terms,
      until: lastDayBefore(to),
      on: day,
      parties: parties.map((party) => ({
        party: named(party),
        discloses: disclosing.includes(party.id),
        receives: receiving.some(({ id }) => id === party.id),
        signedOn: party.signedOn,
        suspendedOn: party.suspensions.find((period) => holdsOn(period, day))?.from ?? null,
        leftOn: party.leftOn,
      })),
      pairs: pairsOn(onRecord, day).map(({ discloser, receiver, waitingFor, suspendedBy, ...pair }) => ({
        ...pair,
        discloser: named({ kind: 'organisation', id: discloser }),
        receiver: named(receiver),
        inForce: pair.standing === 'inForce',
        waitingFor: waitingFor.map(named),
        suspendedBy: suspendedBy.map(named),
      })),
    };
  };
