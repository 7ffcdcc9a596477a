import { describe, expect, it } from '@jest/globals';
import { dataClasses, type Uuid } from '@alongside/kernel';
import fc from 'fast-check';
import { abilityFor, aboutTarget, readableRows, type ScopedModel } from './ability.js';
import { roles, type Actor, type Grant } from './grant.js';
import { printMatrix } from './matrix.js';
import { mayCommand, mayRead } from './may.js';
import type { Target } from './relation.js';
import { accessRules, areas, type AccessRules } from './rules.js';
import { scopeOf } from './scope.js';

const ids: readonly Uuid[] = Array.from({ length: 6 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`);
const id = fc.constantFrom(...ids);
const day = fc.constantFrom('2026-01-01', '2026-03-01', '2026-03-02', '2026-03-03', '2027-01-01');

const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roles),
  scope: fc.record({
    kind: fc.constantFrom('organisation', 'locality', 'self', 'deployment') as fc.Arbitrary<
      Grant['scope']['kind']
    >,
    id,
  }),
  from: day,
  to: fc.option(day),
  localities: fc.array(id, { maxLength: 2 }),
});

const actor: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constantFrom('person', 'client') as fc.Arbitrary<Actor['kind']>,
  id,
  client: fc.constant('alongside-web'),
  grants: fc.array(grant, { maxLength: 5 }),
  assignedPeople: fc.array(id, { maxLength: 3 }),
  today: fc.constant('2026-03-02'),
});

const target: fc.Arbitrary<Target> = fc.record(
  { organisations: fc.array(id, { maxLength: 2 }), localities: fc.array(id, { maxLength: 2 }), person: id },
  { requiredKeys: [] },
);

const heldIn = ({ grants, today }: Actor, kind: Grant['scope']['kind']): readonly Uuid[] =>
  grants
    .filter(({ scope, from, to }) => scope.kind === kind && from <= today && (to === null || to > today))
    .map(({ scope }) => scope.id);

const without = (list: 'read' | 'command', index: number): AccessRules => ({
  ...accessRules,
  [list]: accessRules[list].filter((_, at) => at !== index),
});

describe('the table of rules', () => {
  it('says nothing twice', () => {
    const said = [
      ...accessRules.read.map((rule) => `read ${rule.role} ${rule.class} ${rule.relation}`),
      ...accessRules.command.map((rule) => `command ${rule.role} ${rule.area} ${rule.relation}`),
    ];
    expect(new Set(said).size).toBe(said.length);
  });

  it('shows in its matrix each of its rules', () => {
    const whole = printMatrix();
    accessRules.read.forEach((_, index) => expect(printMatrix(without('read', index))).not.toBe(whole));
    accessRules.command.forEach((_, index) => expect(printMatrix(without('command', index))).not.toBe(whole));
  });

  it('needs each of its rules: without it somebody sees or may do less', () => {
    const org = ids[0]!;
    const actors = roles.flatMap((role): Actor[] =>
      (['organisation', 'locality', 'deployment'] as const).map((kind) => ({
        kind: role === 'integration' ? 'client' : 'person',
        id: ids[1]!,
        client: 'spec',
        grants: [{ role, scope: { kind, id: org }, from: '2026-01-01', to: null }],
        assignedPeople: [ids[2]!],
        today: '2026-03-02',
      })),
    );
    const targets: Target[] = [
      {},
      { organisations: [org] },
      { localities: [org] },
      { person: ids[1]! },
      { person: ids[2]! },
      { organisations: [ids[5]!] },
    ];
    const answers = (rules: AccessRules) =>
      JSON.stringify(
        actors.map((who) =>
          targets.map((what) => [
            ...dataClasses.map((dataClass) => mayRead(who, dataClass, what, rules)),
            ...areas.map((area) => mayCommand(who, area, what, rules)),
          ]),
        ),
      );
    const whole = answers(accessRules);
    accessRules.read.forEach((_, index) =>
      expect([index, answers(without('read', index)) === whole]).toEqual([index, false]),
    );
    accessRules.command.forEach((_, index) =>
      expect([index, answers(without('command', index)) === whole]).toEqual([index, false]),
    );
  });

  it('prints one row for each role in each of two tables', () => {
    const lines = printMatrix().split('\n');
    for (const role of roles) expect(lines.filter((line) => line.startsWith(`| ${role} |`))).toHaveLength(2);
  });
});

describe('whatever the grants', () => {
  it('shows nobody an organisation outside them', () => {
    fc.assert(
      fc.property(actor, (who) => {
        const { organisations } = scopeOf(who);
        const mine = heldIn(who, 'organisation');
        for (const dataClass of dataClasses)
          expect(organisations[dataClass].every((shown) => mine.includes(shown))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows nobody a person but themselves and those assigned', () => {
    fc.assert(
      fc.property(actor, (who) => {
        const { people, person } = scopeOf(who);
        expect(person).toBe(who.kind === 'person' ? who.id : null);
        for (const dataClass of dataClasses)
          for (const shown of people[dataClass])
            expect(shown === person || (dataClass < 'C3' && who.assignedPeople.includes(shown))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows nobody lived experience by organisation', () => {
    fc.assert(fc.property(actor, (who) => scopeOf(who).organisations.C3.length === 0));
  });

  it('lets nobody but operators act on an organisation outside them', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...areas), id, (who, area, organisation) => {
        const operates = who.grants.some(({ role }) => role === 'operator') && area === 'partners';
        if (!operates && !heldIn(who, 'organisation').includes(organisation))
          expect(mayCommand(who, area, { organisations: [organisation] })).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same answer as an ability and as a question', () => {
    fc.assert(
      fc.property(actor, target, (who, what) => {
        const ability = abilityFor(who);
        for (const area of areas)
          expect(ability.can('command', aboutTarget(area, what))).toBe(mayCommand(who, area, what));
        for (const dataClass of dataClasses)
          expect(ability.can('read', aboutTarget(dataClass, what))).toBe(mayRead(who, dataClass, what));
      }),
      { numRuns: 500 },
    );
  });
});

describe('rows of a read model', () => {
  const engagement: ScopedModel = {
    model: 'EngagementRegister',
    class: 'C2',
    organisations: [{ field: 'employingOrganisationId' }, { field: 'visibleTo', many: true }],
    people: [{ field: 'personId' }],
  };
  const hr = (role: Grant['role']): Actor => ({
    kind: 'person',
    id: ids[1]!,
    client: 'spec',
    grants: [{ role, scope: { kind: 'organisation', id: ids[0]! }, from: '2026-01-01', to: null }],
    assignedPeople: [],
    today: '2026-03-02',
  });

  it("are kept to the actor's organisations and to the actor", () => {
    expect(readableRows(abilityFor(hr('hr'), [engagement]), engagement)).toEqual({
      OR: [
        { visibleTo: { hasSome: [ids[0]] } },
        { employingOrganisationId: { in: [ids[0]] } },
        { personId: { in: [ids[1]] } },
      ],
    });
  });

  it('are none where no rule shows any', () => {
    const client: Actor = { ...hr('hr'), kind: 'client' };
    expect(readableRows(abilityFor(client, [engagement]), engagement)).toEqual({
      employingOrganisationId: { in: [] },
    });
    expect(readableRows(abilityFor(hr('hr')), engagement)).toEqual({ employingOrganisationId: { in: [] } });
  });

  it('show in a class that the role does not reach only what is the person’s own', () => {
    const adjustments: ScopedModel = { ...engagement, model: 'Adjustments', class: 'C3' };
    expect(readableRows(abilityFor(hr('organisationLead'), [adjustments]), adjustments)).toEqual({
      OR: [{ personId: { in: [ids[1]] } }],
    });
  });

  it('show to everybody where they are reference data', () => {
    const tasks: ScopedModel = { model: 'Task', class: 'C0', everyone: true };
    expect(readableRows(abilityFor(hr('operator'), [tasks]), tasks)).toEqual({});
  });

  it('agree with the scope that the database is given', () => {
    const model: ScopedModel = {
      ...engagement,
      localities: [{ field: 'localityId' }],
    };
    fc.assert(
      fc.property(
        actor,
        fc.constantFrom(...dataClasses),
        fc.record({
          employingOrganisationId: id,
          visibleTo: fc.array(id, { maxLength: 2 }),
          personId: id,
          localityId: id,
        }),
        (who, dataClass, row) => {
          const scope = scopeOf(who);
          const shown =
            scope.organisations[dataClass].some(
              (own) => own === row.employingOrganisationId || row.visibleTo.includes(own),
            ) ||
            scope.people[dataClass].includes(row.personId) ||
            scope.localities.includes(row.localityId);
          const ability = abilityFor(who, [{ ...model, class: dataClass }]);
          expect(ability.can('read', aboutRow(row))).toBe(shown);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  const aboutRow = (row: object) =>
    Object.defineProperty({ ...row }, '__caslSubjectType__', { value: 'EngagementRegister' }) as never;
});
