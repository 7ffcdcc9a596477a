import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  adoptionId,
  clauseId,
  firstVersion,
  frameworkId,
  never,
  organisationId,
} from '../../testing/samples.js';
import { deviationProjection, type DeviationRow } from '../deviation/deviation.projection.js';
import { adoptionProjection, type AdoptionRow } from './adoption.projection.js';

const of = { adoptionId, frameworkId, organisationId };
const correcting = (index: number) => ({
  corrects: { eventId: givenId(index), reason: 'wrongDate' as const },
  recordedAt: '2024-08-01T09:00:00.000Z',
});
const at = (index: number, effectiveOn: string) => ({
  event_id: givenId(index),
  effective_on: effectiveOn,
  recorded_at: `${effectiveOn}T09:00:00.000Z`,
  corrected_at: null,
  position: String(index + 1).padStart(20, '0'),
});

describe('what organisations have adopted', () => {
  const { given } = foldSpec<AdoptionRow>(adoptionProjection);
  const adopted = (effectiveOn: string) => ({
    type: 'VersionAdopted',
    data: { ...of, versionId: firstVersion, effectiveOn },
  });
  const ended = { type: 'AdoptionEnded', data: { ...of, effectiveOn: '2024-12-01' } };
  const row: AdoptionRow = {
    ...at(0, '2024-05-01'),
    adoption_id: adoptionId,
    framework_id: frameworkId,
    organisation_id: organisationId,
    version_id: firstVersion,
  };

  it('holds from a day, until the adoption ends', () => {
    given(adopted('2024-05-01')).then(row);
    const rows = given(adopted('2024-05-01'), ended).rows();
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(row);
    expect(rows).toContainEqual({ ...row, ...at(1, '2024-12-01'), version_id: null });
  });
  it('keeps what was believed before a correction', () => {
    const rows = given(adopted('2024-05-01'), { ...adopted('2024-04-15'), ...correcting(0) }).rows();
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ ...row, corrected_at: '2024-08-01T09:00:00.000Z' });
    expect(rows).toContainEqual({
      ...row,
      ...at(1, '2024-04-15'),
      recorded_at: '2024-08-01T09:00:00.000Z',
    });
  });
});

describe('deviations', () => {
  const { given } = foldSpec<DeviationRow>(deviationProjection);
  const deviationId = uuid5('deviation');
  const declared = (expiresOn: string) => ({
    type: 'DeviationDeclared',
    data: {
      ...of,
      deviationId,
      versionId: firstVersion,
      clauseId: clauseId('restraint'),
      reason: 'We have no wards.',
      expiresOn,
      rule: never,
      direction: 'stricter',
      effectiveOn: '2024-06-01',
    },
  });
  const withdrawn = {
    type: 'DeviationWithdrawn',
    data: { ...of, deviationId, clauseId: clauseId('restraint'), effectiveOn: '2024-09-01' },
  };
  const row: DeviationRow = {
    ...at(0, '2024-06-01'),
    deviation_id: deviationId,
    fact: 'declared',
    framework_id: frameworkId,
    organisation_id: organisationId,
    clause_id: clauseId('restraint'),
    version_id: firstVersion,
    reason: 'We have no wards.',
    expires_on: '2024-12-31',
    rule: never,
    direction: 'stricter',
  };

  it('are published with their reason, and their withdrawal beside them', () => {
    const rows = given(declared('2024-12-31'), withdrawn).rows();
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(row);
    expect(rows).toContainEqual({
      ...row,
      ...at(1, '2024-09-01'),
      fact: 'withdrawn',
      version_id: null,
      reason: null,
      expires_on: null,
      rule: null,
      direction: null,
    });
  });
  it('keep what was believed before a correction', () => {
    const rows = given(declared('2024-12-31'), { ...declared('2024-11-30'), ...correcting(0) }).rows();
    expect(rows.map(({ expires_on, corrected_at }) => [expires_on, corrected_at])).toEqual(
      expect.arrayContaining([
        ['2024-12-31', '2024-08-01T09:00:00.000Z'],
        ['2024-11-30', null],
      ]),
    );
  });
});
