import { describe, expect, it } from '@jest/globals';
import {
  boundary,
  clauseId,
  clauseOf,
  firstVersion,
  frameworkId,
  never,
  organisationId,
  person,
  secondVersion,
} from '../../testing/samples.js';
import { applicableClauses } from '../../domain/index.js';
import { adoptionsKnown, type AdoptionFact, type DeviationFact } from './adoptions-known.js';

const adopted = (version_id: string | null, effective_on: string): AdoptionFact => ({
  framework_id: frameworkId,
  organisation_id: organisationId,
  version_id,
  effective_on,
});
const deviation = {
  deviation_id: person('deviation'),
  framework_id: frameworkId,
  organisation_id: organisationId,
};
const declared: DeviationFact = {
  ...deviation,
  fact: 'declared',
  clause_id: clauseId('restraint'),
  version_id: firstVersion,
  reason: 'We have no wards.',
  rule: never,
  direction: 'stricter',
  effective_on: '2024-06-01',
  expires_on: '2024-12-31',
};
const withdrawn: DeviationFact = {
  ...deviation,
  fact: 'withdrawn',
  clause_id: clauseId('restraint'),
  version_id: null,
  reason: null,
  rule: null,
  direction: null,
  effective_on: '2024-09-01',
  expires_on: null,
};
const clauses = [firstVersion, secondVersion].map((versionId) => ({
  ...clauseOf(boundary, 'restraint'),
  versionId,
}));
const rulesOn = (day: string, facts: readonly AdoptionFact[], deviations: readonly DeviationFact[] = []) =>
  applicableClauses(adoptionsKnown(facts, deviations), clauses, day).map(({ versionId, rule }) => [
    versionId,
    rule,
  ]);

describe('what is known of adoptions', () => {
  it('is the last version adopted by the day, the later said of two on one day', () => {
    const facts = [adopted(firstVersion, '2024-05-01'), adopted(secondVersion, '2024-05-01')];
    expect(rulesOn('2024-05-01', facts)).toEqual([[secondVersion, boundary]]);
  });

  it('is nothing from the day on which the adoption ended', () => {
    expect(rulesOn('2024-12-01', [adopted(firstVersion, '2024-05-01'), adopted(null, '2024-12-01')])).toEqual(
      [],
    );
  });

  it('has the deviation that holds, until it expires or is withdrawn', () => {
    const facts = [adopted(firstVersion, '2024-05-01')];
    expect(rulesOn('2024-09-01', facts, [declared])).toEqual([[firstVersion, never]]);
    expect(rulesOn('2025-01-01', facts, [declared])).toEqual([[firstVersion, boundary]]);
    expect(rulesOn('2024-09-01', facts, [declared, withdrawn])).toEqual([[firstVersion, boundary]]);
    expect(rulesOn('2024-08-31', facts, [declared, withdrawn])).toEqual([[firstVersion, never]]);
  });
});
