import { describe, expect, it } from '@jest/globals';
import * as employment from '@alongside/employment/contracts';
import { isUuid, uuid5 } from '@alongside/kernel';
import * as recruitment from '@alongside/recruitment/contracts';
import * as supervision from '@alongside/supervision/contracts';
import * as training from '@alongside/training/contracts';
import {
  adoptionIdOf,
  adoptionStream,
  ApplicableClauses,
  bands,
  courseKinds,
  employmentChecks,
  engagementKinds,
  frameworkIdOf,
  frameworkStream,
  supervisionKinds,
  versionIdOf,
  versionStream,
} from './contracts.js';

describe('the words of rules', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['kinds of engagement', engagementKinds, employment.engagementKinds],
    ['bands', bands, employment.bands],
    ['kinds of supervision', supervisionKinds, supervision.supervisionKinds],
    ['employment checks', employmentChecks, recruitment.employmentChecks],
    ['kinds of course', courseKinds, training.courseKinds],
  ])('are those of the context that records the facts: %s', (_, ours, theirs) => {
    expect([...ours].sort()).toEqual([...theirs].sort());
  });
});

describe('ids and streams', () => {
  const sussex = uuid5('Sussex');

  it('give a locality one framework and a framework one version of each number', () => {
    const framework = frameworkIdOf(sussex);
    expect(isUuid(framework)).toBe(true);
    expect(frameworkIdOf(sussex)).toBe(framework);
    expect(new Set([1, 2, 11].map((number) => versionIdOf(framework, number))).size).toBe(3);
    expect(versionIdOf(frameworkIdOf(uuid5('Wessex')), 1)).not.toBe(versionIdOf(framework, 1));
  });
  it('give an organisation one adoption of each framework', () => {
    expect(adoptionIdOf(frameworkIdOf(sussex), uuid5('a'))).not.toBe(
      adoptionIdOf(frameworkIdOf(sussex), uuid5('b')),
    );
  });
  it('have one dash before the id', () => {
    const id = uuid5('x');
    expect([frameworkStream(id), versionStream(id), adoptionStream(id)]).toEqual([
      `framework-${id}`,
      `version-${id}`,
      `adoption-${id}`,
    ]);
  });
  it('ask by default for what is known by now', () => {
    expect({ ...new ApplicableClauses(sussex, '2025-01-01') }).toEqual({
      organisationId: sussex,
      on: '2025-01-01',
      asKnownAt: null,
    });
  });
});
