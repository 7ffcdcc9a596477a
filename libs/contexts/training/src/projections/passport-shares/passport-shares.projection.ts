import type { Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type { PassportShared, PassportShareEnded } from '../../contracts.js';

export interface PassportShareRow {
  readonly person_id: Uuid;
  readonly with_organisation_id: Uuid;
  readonly shared_on: string;
  /** Last day on which the passport may be read, unless it ended before. */
  readonly until: string;
  readonly ended_on: string | null;
  readonly how_ended: 'withdrawn' | 'lapsed' | null;
}

/** With whom each person shares the passport, and until when. */
export const passportShares = projection<PassportShareRow, PassportShared | PassportShareEnded>({
  name: 'passport-shares',
  version: 1,
  table: 'training.passport_share',
  columns: {
    person_id: 'uuid',
    with_organisation_id: 'uuid',
    shared_on: 'date',
    until: 'date',
    ended_on: 'date',
    how_ended: 'text',
  },
  key: ['person_id', 'with_organisation_id'],
  access: { class: 'C2', organisations: ['with_organisation_id'], people: ['person_id'], unshared: true },
  on: {
    PassportShared: ({ data }) => ({
      key: [data.personId, data.withOrganisationId],
      fold: () => ({
        person_id: data.personId,
        with_organisation_id: data.withOrganisationId,
        shared_on: data.effectiveOn,
        until: data.until,
        ended_on: null,
        how_ended: null,
      }),
    }),
    PassportShareEnded: ({ data }) => ({
      key: [data.personId, data.withOrganisationId],
      fold: (row) => row && { ...row, ended_on: data.effectiveOn, how_ended: data.how },
    }),
  },
});
