import { describe, expect, it } from '@jest/globals';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
import {
  assigned,
  joined,
  left,
  merged,
  MERGER_DAY,
  NEW_NAME,
  OLD_NAME,
  organisationId,
  registered,
  renamed,
  solentId,
  wessexId,
} from '../../domain/testing/organisation.examples.js';
import { organisations, type OrganisationRow } from './organisations.projection.js';

const spec = foldSpec<OrganisationRow>(organisations);
const correcting = (index: number) => ({ eventId: givenId(index), reason: 'enteredInError' as const });
const ended = {
  type: 'IdentifierEnded',
  data: { organisationId, assignmentId: givenId(1), system: 'ods', value: 'RW1', effectiveOn: MERGER_DAY },
};
const only = (...events: readonly GivenEvent[]): Partial<OrganisationRow> => {
  const rows = spec.given(...events).rows();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe('the list of organisations', () => {
  it('shows an organisation as it was registered', () => {
    spec.given(registered()).then({
      organisation_id: organisationId,
      name: OLD_NAME,
      sector: 'nhsTrust',
      ods_code: null,
      registered_on: '2011-04-01',
      closed_on: null,
      merged_into: null,
      locality_ids: [],
      history: {
        names: [{ eventId: givenId(0), from: '2011-04-01', value: OLD_NAME }],
        odsCodes: [],
        stays: [],
      },
    });
  });
  it('shows the last name, whenever it was learnt of', () => {
    expect(only(registered(), renamed()).name).toBe(NEW_NAME);
    expect(only(registered(), renamed(), renamed('2015-01-01', 'Southern Health')).name).toBe(NEW_NAME);
  });
  it('shows the name before where the last one was never taken', () => {
    const corrected = { ...renamed('2015-01-01', 'Southern Health'), corrects: correcting(1) };
    expect(only(registered(), renamed(), corrected).name).toBe('Southern Health');
  });
  it('shows the ODS code, also after it ended, and no other code', () => {
    expect(only(registered(), assigned(), assigned({ system: 'esr', value: '123' })).ods_code).toBe('RW1');
    expect(only(registered(), assigned(), ended).ods_code).toBe('RW1');
  });
  it('does not show a code that never was', () => {
    expect(only(registered(), assigned(), { ...ended, corrects: correcting(1) }).ods_code).toBeNull();
    const other = { ...assigned({ system: 'esr', value: '123' }), corrects: correcting(1) };
    expect(only(registered(), assigned(), other).ods_code).toBeNull();
  });
  it('shows the localities that were joined and not left', () => {
    expect(only(registered(), joined()).locality_ids).toEqual([wessexId]);
    expect(only(registered(), joined(), left(givenId(1), '2023-04-01')).locality_ids).toEqual([]);
    const again = [joined(), left(givenId(1), '2023-04-01'), joined('2024-01-01')];
    expect(only(registered(), ...again).locality_ids).toEqual([wessexId]);
  });
  it('shows into which organisation it merged, and from when it is closed', () => {
    expect(only(registered(), merged())).toMatchObject({ closed_on: MERGER_DAY, merged_into: solentId });
    const closed = { type: 'OrganisationClosed', data: { organisationId, effectiveOn: '2024-04-01' } };
    expect(only(registered(), closed)).toMatchObject({ closed_on: '2024-04-01', merged_into: null });
  });
  it('shows as open, and in its localities, what was closed in error', () => {
    const reopened = only(
      registered(),
      joined(),
      left(givenId(1), MERGER_DAY),
      merged(),
      {
        type: 'OrganisationReopened',
        data: { organisationId, effectiveOn: MERGER_DAY },
        corrects: correcting(3),
      },
      { ...joined(), corrects: correcting(1) },
    );
    expect(reopened).toMatchObject({ closed_on: null, merged_into: null, locality_ids: [wessexId] });
  });
  it('keeps what came after a registration that is corrected', () => {
    const corrected = { ...registered({ sector: 'vcse', name: 'Southern' }), corrects: correcting(0) };
    const row = only(registered(), assigned(), joined(), renamed(), corrected);
    expect(row).toMatchObject({ sector: 'vcse', name: NEW_NAME, ods_code: 'RW1', locality_ids: [wessexId] });
    expect(row.history?.names.map(({ value }) => value)).toEqual(['Southern', NEW_NAME]);
  });
});
