import { describe, expect, it } from '@jest/globals';
import type { ClauseRule, RecruitmentStandard } from '@alongside/framework/contracts';
import { employmentChecks } from '../../contracts.js';
import { leastPanelShare, requiredChecks } from './standards.js';

const standard = (panelShare: number, checks: RecruitmentStandard['checks'] = []): { rule: ClauseRule } => ({
  rule: { kind: 'recruitmentStandard', panelShare, checks },
});
const readiness: { rule: ClauseRule } = {
  rule: { kind: 'readinessItem', for: 'organisation', reviewMonths: null },
};

describe('the checks that an engagement waits for', () => {
  it('are all six for who is employed, where no standard names the kind', () => {
    const volunteersOnly = standard(0.5, [{ engagementKind: 'volunteer', checks: ['identity'] }]);
    expect(requiredChecks([readiness], 'agendaForChange')).toEqual(employmentChecks);
    expect(requiredChecks([volunteersOnly], 'bank')).toEqual(employmentChecks);
  });

  it('are none for a volunteer, where no standard names volunteers', () => {
    expect(requiredChecks([], 'volunteer')).toEqual([]);
    expect(requiredChecks([], 'involvementPayment')).toEqual([]);
  });

  it('are those that the standards name for the kind, also where that is fewer than six or none', () => {
    const some = standard(0.5, [
      { engagementKind: 'volunteer', checks: ['criminalRecord', 'identity'] },
      { engagementKind: 'honorary', checks: [] },
    ]);
    expect(requiredChecks([some], 'volunteer')).toEqual(['identity', 'criminalRecord']);
    expect(requiredChecks([some], 'honorary')).toEqual([]);
  });

  it('are those of every standard together, each once', () => {
    const one = standard(0, [{ engagementKind: 'bank', checks: ['identity', 'rightToWork'] }]);
    const other = standard(0, [{ engagementKind: 'bank', checks: ['workHealth', 'identity'] }]);
    expect(requiredChecks([one, other], 'bank')).toEqual(['identity', 'rightToWork', 'workHealth']);
  });
});

describe('the least share of lived experience on a panel', () => {
  it('is the greatest that any standard asks for', () => {
    expect(leastPanelShare([standard(0.3333), readiness, standard(0.5)])).toBe(0.5);
  });

  it('is nothing where the framework is silent', () => {
    expect(leastPanelShare([readiness])).toBeNull();
  });
});
