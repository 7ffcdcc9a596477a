import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, fold, isRejected, uuid5 } from '@alongside/kernel';
import { factId, play } from '@alongside/kernel/testing';
import {
  organisation,
  overlap,
  readinessOn,
  type OrganisationCommand,
  type OrganisationState,
  type Period,
} from './index.js';

const [organisationId, otherId] = [uuid5('one'), uuid5('other')];
const day = fc.nat(60).map((days) => addDays('2025-01-01', days));
const someDay = fc.option(day, { nil: null });
const id = fc.constantFrom(uuid5('a'), uuid5('b'));
const corrects = fc.nat(12).map((index) => ({ eventId: factId(index), reason: 'wrongDate' as const }));
const maybeCorrecting = fc.option(corrects, { nil: undefined }).map((one) => (one ? { corrects: one } : {}));

const registering: OrganisationCommand = {
  type: 'RegisterOrganisation',
  organisationId,
  name: 'One',
  sector: 'vcse',
  effectiveOn: '2025-01-05',
};
const command: fc.Arbitrary<OrganisationCommand> = fc
  .tuple(
    fc.oneof(
      fc.record({
        type: fc.constant('RenameOrganisation' as const),
        name: fc.constantFrom('One', 'Two', ''),
      }),
      fc.record({
        type: fc.constant('AssignIdentifier' as const),
        system: fc.constantFrom('ods' as const, 'esr' as const),
        value: fc.constantFrom('123', '456'),
        until: someDay,
        heldByOthers: fc.constant([]),
      }),
      fc.record({
        type: fc.constant('EndIdentifier' as const),
        system: fc.constantFrom('ods' as const, 'esr' as const),
        value: fc.constantFrom('123', '456'),
      }),
      fc.record({
        type: fc.constant('JoinLocality' as const),
        localityId: id,
        localityEstablishedOn: fc.constant('2025-01-01'),
      }),
      fc.record({ type: fc.constant('LeaveLocality' as const), localityId: id, hosts: fc.constant(false) }),
      fc.record({
        type: fc.constant('MeetReadinessItem' as const),
        clauseId: id,
        evidenceNote: fc.constant('Seen.'),
        until: someDay,
      }),
      fc.record({
        type: fc.constant('WaiveReadinessItem' as const),
        clauseId: id,
        waivedBy: fc.constant(otherId),
        reason: fc.constant('Soon.'),
        expiresOn: someDay,
      }),
      fc.record({ type: fc.constant('LapseReadinessItem' as const), clauseId: id }),
      fc.record({
        type: fc.constant('MergeOrganisation' as const),
        hostOf: fc.constant([]),
        into: fc.constant({
          organisationId: otherId,
          registeredOn: '2025-01-01',
          closedOn: null,
          mergesInto: [],
        }),
      }),
    ),
    day,
    maybeCorrecting,
  )
  .map(([one, effectiveOn, correction]) => ({ ...one, effectiveOn, ...correction }) as OrganisationCommand);
const anyCommand = fc.oneof(
  { weight: 12, arbitrary: command },
  {
    weight: 1,
    arbitrary: corrects.map((one) => ({ type: 'ReopenOrganisation' as const, corrects: one })),
  },
);
const history = fc
  .array(anyCommand, { maxLength: 14 })
  .map((commands) => play(organisation, [registering, ...commands]));
const few = { numRuns: 500 };

const clashes = (periods: readonly Period[]): boolean =>
  periods.some((a, index) => periods.slice(index + 1).some((b) => overlap(a, b)));
const grouped = <Item>(items: readonly Item[], by: (item: Item) => string): readonly (readonly Item[])[] =>
  [...new Set(items.map(by))].map((key) => items.filter((item) => by(item) === key));

describe('whatever is asked of an organisation', () => {
  it('holds one identifier of a system, and one stay in a locality, at a time', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const state = fold(organisation, facts);
        expect(grouped(state.identifiers, ({ system }) => system).some(clashes)).toBe(false);
        expect(grouped(state.localities, ({ localityId }) => localityId).some(clashes)).toBe(false);
      }),
      few,
    );
  });
  it('says nothing new of the days after it was closed, and is in no locality then', () => {
    fc.assert(
      fc.property(history, command, (facts, later) => {
        const state = fold(organisation, facts);
        if (!state.closure || later.type === 'ReopenOrganisation') return;
        const on = state.closure.on;
        expect(state.localities.every(({ until }) => until !== null && until <= on)).toBe(true);
        if (later.effectiveOn < on || later.type === 'EndIdentifier' || later.type === 'LeaveLocality')
          return;
        expect(isRejected(organisation.decide(later, state))).toBe(true);
      }),
      few,
    );
  });
  it('never has more than twelve months of a waiver before it', () => {
    fc.assert(
      fc.property(history, day, (facts, on) => {
        const waivers = readinessOn(fold(organisation, facts), on).filter(
          ({ status }) => status === 'waived',
        );
        expect(waivers.every(({ until }) => until !== null && until <= addDays(on, 366))).toBe(true);
      }),
      few,
    );
  });
  it('keeps its registration, whatever is corrected', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const state: OrganisationState = fold(organisation, facts);
        expect(state.registration?.organisationId).toBe(organisationId);
        expect(state.names[0]?.from).toBe(state.registration?.on);
      }),
      few,
    );
  });
  it('folds to the same state after being stored', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const stored = JSON.parse(JSON.stringify(facts)) as typeof facts;
        expect(fold(organisation, stored)).toEqual(fold(organisation, facts));
      }),
      few,
    );
  });
});
