import { describe, it } from '@jest/globals';
import { toPosition } from '@alongside/event-store';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  MERGER_DAY,
  NEW_NAME,
  OLD_NAME,
  organisationId,
  registered,
  renamed,
} from '../../domain/testing/organisation.examples.js';
import { organisationNames, type OrganisationNameRow } from './organisation-names.projection.js';

const spec = foldSpec<OrganisationNameRow>(organisationNames);
const named = (index: number, effective_on: string, name: string): OrganisationNameRow => ({
  event_id: givenId(index),
  effective_on,
  recorded_at: `${effective_on}T09:00:00.000Z`,
  corrected_at: null,
  position: toPosition(index + 1),
  organisation_id: organisationId,
  name,
});

describe("an organisation's names", () => {
  it('each stand with the day from which they are borne', () => {
    spec
      .given(registered(), renamed())
      .then(...byId(named(0, '2011-04-01', OLD_NAME), named(1, MERGER_DAY, NEW_NAME)));
  });
  it('stay on record when corrected, with when that was', () => {
    spec
      .given(registered(), renamed('2024-11-01'), {
        ...renamed(),
        recordedAt: '2025-02-03T10:00:00.000Z',
        corrects: { eventId: givenId(1), reason: 'wrongDate' },
      })
      .then(
        ...byId(
          named(0, '2011-04-01', OLD_NAME),
          { ...named(1, '2024-11-01', NEW_NAME), corrected_at: '2025-02-03T10:00:00.000Z' },
          { ...named(2, MERGER_DAY, NEW_NAME), recorded_at: '2025-02-03T10:00:00.000Z' },
        ),
      );
  });
});

const byId = (...rows: readonly OrganisationNameRow[]): readonly OrganisationNameRow[] =>
  rows.toSorted((a, b) => (a.event_id < b.event_id ? -1 : 1));
