import { describe, expect, it } from '@jest/globals';
import type { Grant } from '@alongside/identity';
import { heldRoles } from './held-roles.js';

const trust = '10000000-0000-4000-8000-000000000001';
const ana = '30000000-0000-4000-8000-000000000001';
const names = new Map([[trust, 'Sussex Partnership']]);
const hr = (from: string, to: string | null): Grant => ({
  role: 'hr',
  scope: { kind: 'organisation', id: trust },
  from,
  to,
});
const held = (...grants: readonly Grant[]) => heldRoles({ grants, today: '2026-03-02' }, names);

describe('the roles that somebody is told they hold', () => {
  it('are named after what they are held in, and end on their last day', () => {
    expect(held(hr('2026-01-01', '2026-04-01'))).toEqual([
      {
        role: 'hr',
        scopeKind: 'organisation',
        scopeId: trust,
        scopeName: 'Sussex Partnership',
        from: '2026-01-01',
        to: '2026-03-31',
      },
    ]);
  });
  it('are those that hold today or later, and none that ended', () => {
    const roles = held(
      hr('2025-01-01', '2026-03-02'),
      hr('2025-01-01', '2026-03-03'),
      hr('2026-05-01', null),
    );
    expect(roles.map(({ to }) => to)).toEqual(['2026-03-02', null]);
  });
  it('have no name where they are held in a person', () => {
    const own: Grant = { role: 'peerWorker', scope: { kind: 'self', id: ana }, from: '2026-01-01', to: null };
    expect(held(own).map(({ scopeName }) => scopeName)).toEqual([null]);
  });
});
