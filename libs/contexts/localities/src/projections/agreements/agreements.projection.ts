import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type {
  AgreementClass,
  AgreementEvent,
  AgreementParty,
  AgreementPurpose,
  LawfulBasis,
  SpecialCondition,
} from '../../contracts.js';
import { partiesOf, type PartyOnRecord } from '../../domain/index.js';
import { dayAfter, endedBy } from '../lasting.js';

export interface AgreementRow {
  readonly agreement_id: Uuid;
  readonly locality_id: Uuid;
  readonly title: string;
  readonly disclosing: readonly Uuid[];
  readonly receiving: readonly AgreementParty[];
  /** Every party, to be found by. */
  readonly party_ids: readonly Uuid[];
  readonly purposes: readonly AgreementPurpose[];
  readonly classes: readonly AgreementClass[];
  readonly lawful_basis: LawfulBasis;
  readonly special_condition: SpecialCondition;
  readonly reference: string;
  readonly from_on: CalendarDate;
  /** The first day on which it binds nobody. */
  readonly to_on: CalendarDate | null;
  /** What each party did when; who did it for the party stays in the log. */
  readonly parties: readonly PartyOnRecord[];
}

const changing = (
  { data }: Published<AgreementEvent>,
  change: (row: AgreementRow) => Partial<AgreementRow>,
): Change<AgreementRow> => ({ key: [data.agreementId], fold: (row) => row && { ...row, ...change(row) } });

type OfParty = Extract<AgreementEvent, { readonly data: { readonly party: AgreementParty } }>;

const ofParty = (
  event: Published<OfParty>,
  change: (party: PartyOnRecord) => Partial<PartyOnRecord>,
): Change<AgreementRow> =>
  changing(event, ({ parties }) => ({
    parties: parties.map((party) =>
      party.id === event.data.party.id ? { ...party, ...change(party) } : party,
    ),
  }));

/** Who shares what with whom, and on what grounds: public among those signed in. */
export const agreements = projection<AgreementRow, AgreementEvent>({
  name: 'agreements',
  version: 1,
  table: 'localities.agreement',
  columns: {
    agreement_id: 'uuid',
    locality_id: 'uuid',
    title: 'text',
    disclosing: 'uuid[]',
    receiving: 'json',
    party_ids: 'uuid[]',
    purposes: 'text[]',
    classes: 'text[]',
    lawful_basis: 'text',
    special_condition: 'text',
    reference: 'text',
    from_on: 'date',
    to_on: 'date',
    parties: 'json',
  },
  key: ['agreement_id'],
  access: { class: 'C0', everyone: true },
  on: {
    AgreementDrawnUp: ({ data }) => ({
      key: [data.agreementId],
      fold: () => ({
        agreement_id: data.agreementId,
        locality_id: data.localityId,
        title: data.title,
        disclosing: data.disclosing,
        receiving: data.receiving,
        party_ids: partiesOf(data).map(({ id }) => id),
        purposes: data.purposes,
        classes: data.classes,
        lawful_basis: data.lawfulBasis,
        special_condition: data.specialCondition,
        reference: data.reference,
        from_on: data.effectiveOn,
        to_on: dayAfter(data.endsOn),
        parties: partiesOf(data).map((party) => ({
          ...party,
          signedOn: null,
          suspensions: [],
          leftOn: null,
        })),
      }),
    }),
    AgreementSigned: (event) => ofParty(event, () => ({ signedOn: event.data.effectiveOn })),
    AgreementSuspended: (event) =>
      ofParty(event, ({ suspensions }) => ({
        suspensions: [...suspensions, { from: event.data.effectiveOn, until: null }],
      })),
    AgreementResumed: (event) =>
      ofParty(event, ({ suspensions }) => ({
        suspensions: suspensions.map((one) =>
          one.until === null ? { ...one, until: event.data.effectiveOn } : one,
        ),
      })),
    AgreementLeft: (event) => ofParty(event, () => ({ leftOn: event.data.effectiveOn })),
    AgreementEnded: (event) =>
      changing(event, ({ to_on }) => ({ to_on: endedBy(to_on, event.data.effectiveOn) })),
  },
});
