import { describe, expect, it } from '@jest/globals';
import type { ClauseRule } from '@alongside/framework/contracts';
import { uuid5 } from '@alongside/kernel';
import { readinessItems } from './readiness-items.js';

const clause = (title: string, rule: ClauseRule) => ({ clauseId: uuid5(title), title, rule });
const item = (title: string, of: 'organisation' | 'team' = 'organisation') =>
  clause(title, { kind: 'readinessItem', for: of, reviewMonths: null });
const standing = (title: string, status: 'met' | 'waived') => ({ clauseId: uuid5(title), status });

const [organisationId, hostId, teamId] = [uuid5('an organisation'), uuid5('a host'), uuid5('a team')];
const inOrganisation = (...inPlace: ReturnType<typeof standing>[]) => ({ organisationId, inPlace });
const inTeam = (...inPlace: ReturnType<typeof standing>[]) => ({ organisationId: hostId, teamId, inPlace });

const clauses = [
  item('Supervision agreed'),
  item('Lead named'),
  item('Ward prepared', 'team'),
  clause('Mutuality', { kind: 'principle', alignments: [] }),
];

describe('how ready an organisation is', () => {
  it('is said of each readiness item of its framework, and of nothing else', () => {
    const organisation = inOrganisation(
      standing('Supervision agreed', 'waived'),
      standing('Ward prepared', 'met'),
      standing('An item of an earlier version', 'met'),
    );
    const items = readinessItems(clauses, { organisation, team: null });
    expect(items.map(({ title, status }) => [title, status])).toEqual([
      ['Supervision agreed', 'waived'],
      ['Lead named', 'neither'],
      ['Ward prepared', 'met'],
    ]);
    expect(items.every((one) => one.organisationId === organisationId && one.teamId === null)).toBe(true);
  });

  it('is asked of the team where the item is for a team and the post is in one', () => {
    const organisation = inOrganisation(standing('Lead named', 'met'), standing('Ward prepared', 'met'));
    const team = inTeam(standing('Supervision agreed', 'met'));
    const items = readinessItems(clauses, { organisation, team });
    expect(items.map(({ title, status, teamId: of }) => [title, status, of])).toEqual([
      ['Supervision agreed', 'neither', null],
      ['Lead named', 'met', null],
      ['Ward prepared', 'neither', teamId],
    ]);
    expect(items[2]?.organisationId).toBe(hostId);
  });
});
