import { addDays, type CalendarDate, type Personal, type Uuid } from '@alongside/kernel';
import { projection } from '@alongside/projections';
import type {
  DisclosureArea,
  DisclosureGranted,
  DisclosureRole,
  DisclosureWithdrawn,
} from '../../contracts.js';

export interface DisclosureRow {
  readonly grant_id: Uuid;
  readonly person_id: Uuid;
  readonly shared_with_organisation_id: Uuid;
  readonly shared_with_role: DisclosureRole | null;
  readonly area: DisclosureArea;
  /** Sealed: opened where it is read, and the reading is logged. */
  readonly text: Personal<string>;
  readonly from_on: CalendarDate;
  /** The first day on which it is no longer shared. */
  readonly to_on: CalendarDate | null;
}

/** What a person discloses, to whom and for what. */
export const disclosures = projection<DisclosureRow, DisclosureGranted | DisclosureWithdrawn>({
  name: 'disclosures',
  version: 1,
  table: 'people.disclosure',
  columns: {
    grant_id: 'uuid',
    person_id: 'uuid',
    shared_with_organisation_id: 'uuid',
    shared_with_role: 'text',
    area: 'text',
    text: 'json',
    from_on: 'date',
    to_on: 'date',
  },
  key: ['grant_id'],
  access: {
    class: 'C3',
    people: ['person_id'],
    sharedWith: {
      organisation: 'shared_with_organisation_id',
      role: 'shared_with_role',
      person: 'person_id',
      from: 'from_on',
      to: 'to_on',
    },
  },
  on: {
    DisclosureGranted: ({ data }) => ({
      key: [data.grantId],
      fold: () => ({
        grant_id: data.grantId,
        person_id: data.personId,
        shared_with_organisation_id: data.sharedWithOrganisationId,
        shared_with_role: data.sharedWithRole,
        area: data.area,
        text: data.text,
        from_on: data.effectiveOn,
        to_on: data.until === null ? null : addDays(data.until, 1),
      }),
    }),
    DisclosureWithdrawn: ({ data }) => ({
      key: [data.grantId],
      fold: (row) =>
        row && (row.to_on === null || data.effectiveOn < row.to_on)
          ? { ...row, to_on: data.effectiveOn }
          : row,
    }),
  },
});
