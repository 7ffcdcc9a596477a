import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { BandPay, PayScaleCountry, PayScaleEvent } from '../../contracts.js';

/** Pay of a country in a year, and whether anybody checked it against the circular. */
export interface PayScaleRow {
  readonly pay_scale_id: Uuid;
  readonly country: PayScaleCountry;
  readonly year: string;
  readonly holds_from: CalendarDate;
  readonly circular: string;
  readonly confirmed: boolean;
  readonly bands: readonly BandPay[];
}

export const payScaleProjection = projection<PayScaleRow, PayScaleEvent>({
  name: 'pay-scale',
  version: 1,
  table: 'employment.pay_scale',
  columns: {
    pay_scale_id: 'uuid',
    country: 'text',
    year: 'text',
    holds_from: 'date',
    circular: 'text',
    confirmed: 'boolean',
    bands: 'json',
  },
  key: ['pay_scale_id'],
  access: { class: 'C0', everyone: true },
  on: {
    PayScaleLoaded: ({ data }) => ({
      key: [data.payScaleId],
      fold: () => ({
        pay_scale_id: data.payScaleId,
        country: data.country,
        year: data.year,
        holds_from: data.effectiveOn,
        circular: data.circular,
        confirmed: data.confirmed,
        bands: data.bands,
      }),
    }),
    PayScaleConfirmed: ({ data }) => ({
      key: [data.payScaleId],
      fold: (row) => row && { ...row, confirmed: true },
    }),
  },
});
