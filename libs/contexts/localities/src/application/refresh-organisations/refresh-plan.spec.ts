import { describe, expect, it } from '@jest/globals';
import { fold } from '@alongside/kernel';
import { factId } from '@alongside/kernel/testing';
import { organisation, type OrganisationEvent, type OrganisationState } from '../../domain/index.js';
import {
  merged,
  NEW_NAME,
  OLD_NAME,
  organisationId,
  registered,
  renamed,
  solentId,
} from '../../domain/testing/organisation.examples.js';
import { planOf, successionsOf, type Successions } from './refresh-plan.js';

const stateAfter = (...events: readonly OrganisationEvent[]): OrganisationState =>
  fold(
    organisation,
    events.map((event, index) => ({
      ...event,
      id: factId(index),
      recordedAt: `2026-01-01T00:00:00.00${index}Z`,
    })),
  );

const TODAY = '2026-11-23';
const none: Successions = { registered: [], unclear: false };
const into = { organisationId: solentId, code: 'R1C', effectiveOn: '2026-12-01' };
const row = (name: string = OLD_NAME, closesOn: string | null = null) => ({
  code: 'RW1',
  name: name.toUpperCase(),
  closesOn,
});
const rename = (effectiveOn = TODAY) => ({ doing: 'rename', from: OLD_NAME, name: NEW_NAME, effectiveOn });

describe('what a row asks of a registered organisation', () => {
  it('is nothing where the name differs in capitals alone and it is open', () => {
    expect(planOf(row(), stateAfter(registered()), none, TODAY)).toEqual({ steps: [] });
  });
  it('is the other name from the day that was given', () => {
    expect(planOf(row(NEW_NAME), stateAfter(registered()), none, '2024-10-01').steps).toEqual([
      rename('2024-10-01'),
    ]);
  });
  it('is nothing where that name is recorded, be it for a later day', () => {
    for (const day of ['2026-01-01', '2027-01-01'])
      expect(planOf(row(NEW_NAME), stateAfter(registered(), renamed(day)), none, TODAY).steps).toEqual([]);
  });
  it('is its closing from the day after its last one', () => {
    expect(planOf(row(OLD_NAME, '2026-11-30'), stateAfter(registered()), none, TODAY).steps).toEqual([
      { doing: 'close', effectiveOn: '2026-12-01' },
    ]);
  });
  it('is a merger from the day of the succession where a registered organisation succeeds', () => {
    const successions = { registered: [into], unclear: false };
    expect(planOf(row(OLD_NAME, '2026-11-30'), stateAfter(registered()), successions, TODAY).steps).toEqual([
      { doing: 'merge', into, effectiveOn: '2026-12-01' },
    ]);
  });
  it('is no closing where the successor cannot be told', () => {
    const several = { registered: [into, { ...into, organisationId }], unclear: false };
    const closing = row(NEW_NAME, '2026-11-30');
    expect(planOf(closing, stateAfter(registered()), several, TODAY)).toEqual({
      steps: [rename()],
      fault: 'SeveralSuccessors',
    });
    expect(planOf(closing, stateAfter(registered()), { registered: [], unclear: true }, TODAY)).toMatchObject(
      { fault: 'SuccessionUnclear' },
    );
  });
  it('is no other name from a day on which it is closed', () => {
    const closing = row(NEW_NAME, '2026-11-30');
    expect(planOf(closing, stateAfter(registered()), none, '2026-11-30').steps).toHaveLength(2);
    expect(planOf(closing, stateAfter(registered()), none, '2026-12-01').steps).toEqual([
      { doing: 'close', effectiveOn: '2026-12-01' },
    ]);
  });
  it('is nothing where it is closed here, and never to open it again', () => {
    const closed = stateAfter(registered(), merged());
    for (const closesOn of [null, '2024-09-30', '2020-01-01'])
      expect(planOf(row(NEW_NAME, closesOn), closed, none, TODAY)).toEqual({ steps: [] });
  });
});

describe('who succeeds', () => {
  const succession = (successor: string) => ({ code: 'RW1', successor, effectiveOn: '2026-12-01' });
  const known = (...successors: readonly string[]) =>
    successionsOf(
      'RW1',
      { of: new Map([['RW1', successors.map(succession)]]), unclear: new Set(['RX9']) },
      (code) => ({ RW1: organisationId, RW9: organisationId, R1C: solentId })[code],
    );
  it('is whoever is registered, and not the organisation itself under another code', () => {
    expect(known('R1C', 'XYZ', 'RW9')).toEqual({ registered: [into], unclear: false });
    expect(known()).toEqual(none);
  });
});
