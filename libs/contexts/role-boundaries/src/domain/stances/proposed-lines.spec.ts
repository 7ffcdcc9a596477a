import { describe, expect, it } from '@jest/globals';
import type { LineStance } from '../../contracts.js';
import type { FrameworkStance } from './framework-stance.js';
import { proposedLines } from './proposed-lines.js';

const says = (task: string, stance: LineStance): FrameworkStance => ({
  task,
  stance,
  conditions: [],
  clauseId: `clause on ${task}`,
  versionId: 'version',
  deviation: null,
});
const line = (task: string, stance: LineStance) => ({ task, stance, conditions: [] });

describe('the lines of a proposal', () => {
  it('are what the framework says where none are given', () => {
    expect(proposedLines([says('gifts', 'never'), says('onCall', 'usual')], '2026-01-01', [])).toEqual([
      line('gifts', 'never'),
      line('onCall', 'usual'),
    ]);
  });

  it('are those given in place of what the framework says of the same task, and beside the rest', () => {
    const given = [line('onCall', 'notByDefault'), line('socialMedia', 'notAgreed')];
    expect(proposedLines([says('gifts', 'never'), says('onCall', 'usual')], '2026-01-01', given)).toEqual([
      line('gifts', 'never'),
      ...given,
    ]);
  });

  it('keep a task that is given twice, so that it is refused and not lost', () => {
    const given = [line('onCall', 'usual'), line('onCall', 'never')];
    expect(proposedLines([says('onCall', 'usual')], '2026-01-01', given)).toEqual(given);
  });

  it('are the first of two clauses on one task', () => {
    expect(proposedLines([says('gifts', 'never'), says('gifts', 'usual')], '2026-01-01', [])).toEqual([
      line('gifts', 'never'),
    ]);
  });
});
