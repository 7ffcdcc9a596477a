import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@alongside/kernel';
import { versionIdOf, versionStream, type VersionEvent, type VersionRatified } from '../../contracts.js';
import { firstVersion, frameworkId, secondVersion } from '../../testing/samples.js';
import { evolveVersion, type Drafted, type VersionState } from '../version/version.state.js';
import { supersession, versionInForceLast } from './superseding.js';

const rule = { quorumShare: 0.5, majorityShare: 0.5 };

const ratification = (number: number, replaces: string | null, effectiveOn: string): VersionRatified => ({
  type: 'VersionRatified',
  data: {
    versionId: versionIdOf(frameworkId, number),
    frameworkId,
    number,
    replaces,
    ...rule,
    ratifiedOn: effectiveOn,
    effectiveOn,
  },
});

const version = (number: number, replaces: string | null, effectiveOn: string, ratified = true): Drafted => {
  const { data } = ratification(number, replaces, effectiveOn);
  const { versionId } = data;
  const events: VersionEvent[] = [
    { type: 'VersionDrafted', data: { versionId, frameworkId, number, replaces, ...rule, effectiveOn } },
    ...(ratified ? [ratification(number, replaces, effectiveOn)] : []),
  ];
  const state = events.reduce<VersionState>(
    (before, event) => evolveVersion(before, event as Fact<VersionEvent>),
    { status: 'None' },
  );
  return state as Drafted;
};

describe('a ratified version', () => {
  it('takes the place of the one it replaces from the day it is in force', () => {
    expect(supersession(ratification(2, firstVersion, '2025-04-01'))).toEqual({
      stream: versionStream(firstVersion),
      command: { type: 'SupersedeVersion', by: secondVersion, effectiveOn: '2025-04-01' },
    });
  });

  it('takes the place of none where it is the first', () => {
    expect(supersession(ratification(1, null, '2024-04-01'))).toBeUndefined();
  });
});

describe('the version last ratified', () => {
  it('is the successor also before its predecessor is recorded as superseded', () => {
    const versions = [version(2, firstVersion, '2025-04-01'), version(1, null, '2024-04-01')];
    expect(versionInForceLast(versions)?.number).toBe(2);
  });

  it('is no draft', () => {
    const versions = [
      version(1, null, '2024-04-01'),
      version(2, firstVersion, '2025-01-01', false),
      undefined,
    ];
    expect(versionInForceLast(versions)?.number).toBe(1);
  });

  it('is none where none was ratified', () => {
    expect(versionInForceLast([version(1, null, '2024-04-01', false)])).toBeUndefined();
  });
});
