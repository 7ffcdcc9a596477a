import { describe, expect, it } from '@jest/globals';
import { dataClasses, type Uuid } from '@alongside/kernel';
import fc from 'fast-check';
import { abilityFor, aboutTarget, readableRows, type ScopedModel } from './ability.js';
import { roles, type Actor, type BrokenGlass, type Grant, type Sharing } from './grant.js';
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
  lent: fc.constantFrom(true as const, undefined) as fc.Arbitrary<true>,
});

const sharing: fc.Arbitrary<Sharing> = fc.record({
  id,
  role: fc.constantFrom(...roles),
  through: fc.record({ kind: fc.constant('organisation' as const), id }),
  organisation: id,
  areas: fc.subarray([...areas]),
  classes: fc.subarray([...dataClasses]),
});

const actor: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constantFrom('person', 'client') as fc.Arbitrary<Actor['kind']>,
  id,
  client: fc.constant('alongside-web'),
  grants: fc.array(grant, { maxLength: 5 }),
  assignedPeople: fc.array(id, { maxLength: 3 }),
  assignedIn: fc.array(id, { maxLength: 2 }),
  sharings: fc.array(sharing, { maxLength: 3 }),
  today: fc.constant('2026-03-02'),
});

const brokenGlass: fc.Arbitrary<BrokenGlass> = fc.record({
  id,
  organisation: id,
  person: fc.option(id),
  classes: fc.subarray([...dataClasses]),
  until: fc.constant('2026-03-02T12:00:00.000Z'),
});

const operator: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constant('person' as const),
  id,
  client: fc.constant('alongside-web'),
  grants: fc.array(grant, { maxLength: 3 }),
  assignedPeople: fc.constant([]),
  brokenGlass,
  today: fc.constant('2026-03-02'),
});
const anybody = fc.oneof({ weight: 3, arbitrary: actor }, operator);

const target: fc.Arbitrary<Target> = fc.record(
  {
    organisations: fc.array(id, { maxLength: 2 }),
    localities: fc.array(id, { maxLength: 2 }),
    person: id,
    area: fc.constantFrom(...areas),
  },
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
        sharings: [
          {
            id: ids[4]!,
            role,
            through: { kind: 'organisation', id: org },
            organisation: ids[3]!,
            areas: ['training'],
            classes: [...dataClasses],
          },
        ],
        brokenGlass: {
          id: ids[4]!,
          organisation: ids[4]!,
          person: null,
          classes: [...dataClasses],
          until: '2026-03-02T12:00:00.000Z',
        },
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
      { organisations: [ids[3]!], area: 'training' },
      { organisations: [ids[4]!] },
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

  it('prints each role as a row of what may be read, and as a column of what may be done', () => {
    const lines = printMatrix().split('\n');
    for (const role of roles)
      expect(lines.filter((line) => line.startsWith(`| ${role} |`)).length).toBeGreaterThanOrEqual(1);
    expect(lines).toContain(`| area | ${roles.join(' | ')} |`);
    for (const area of areas) expect(lines.filter((line) => line.startsWith(`| ${area} |`))).toHaveLength(1);
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

  it('shows nobody lived experience by organisation, nor by agreement', () => {
    fc.assert(
      fc.property(actor, (who) => {
        const { organisations, agreed } = scopeOf(who);
        expect(organisations.C3).toEqual([]);
        expect(Object.keys(agreed).filter((key) => !/\.C[12]$/.test(key))).toEqual([]);
      }),
    );
  });

  it('opens by agreement what the agreement names, for roles in force, and names beside it', () => {
    fc.assert(
      fc.property(actor, (who) => {
        const { agreed } = scopeOf(who);
        const open = (who.sharings ?? []).filter(({ role }) =>
          who.grants.some((held) => held.role === role && held.from <= who.today),
        );
        for (const [key, organisations] of Object.entries(agreed)) {
          const [area, dataClass] = key.split('.');
          for (const organisation of organisations)
            expect(
              open.some(
                (one) =>
                  one.organisation === organisation &&
                  one.classes.includes(dataClass as 'C1') &&
                  (area === 'people' || one.areas.includes(area as 'training')),
              ),
            ).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('opens under a break-glass what was asked for, to operators alone', () => {
    fc.assert(
      fc.property(operator, (who) => {
        const { organisations, about } = scopeOf(who);
        const { brokenGlass, ...rest } = who;
        const without = scopeOf(rest).organisations;
        expect(about).toBe(brokenGlass!.person);
        const operates = who.grants.some(
          ({ role, from, to }) => role === 'operator' && from <= who.today && (to === null || who.today < to),
        );
        for (const dataClass of dataClasses) {
          const more = organisations[dataClass].filter((shown) => !without[dataClass].includes(shown));
          if (!operates || dataClass === 'C0' || !brokenGlass!.classes.includes(dataClass))
            expect(more).toEqual([]);
          else expect(organisations[dataClass]).toContain(brokenGlass!.organisation);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows a client no class that it was not given', () => {
    fc.assert(
      fc.property(actor, fc.subarray([...dataClasses]), (who, classes) => {
        const { organisations } = scopeOf({ ...who, kind: 'client', limits: { mutations: [], classes } });
        for (const dataClass of dataClasses)
          if (!classes.includes(dataClass)) expect(organisations[dataClass]).toEqual([]);
      }),
    );
  });

  it('lets nobody but operators act on an organisation outside them', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...areas), id, (who, area, organisation) => {
        const operates =
          who.grants.some(({ role }) => role === 'operator') &&
          ['partners', 'logins', 'integrations', 'breakGlass'].includes(area);
        if (!operates && !heldIn(who, 'organisation').includes(organisation))
          expect(mayCommand(who, area, { organisations: [organisation] })).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives nobody by what is lent to them a right to give others, or systems, theirs', () => {
    fc.assert(
      fc.property(
        actor,
        fc.constantFrom('logins', 'agreements', 'delegations', 'integrations'),
        id,
        (who, area, own) => {
          const owned = { organisations: [own], localities: [own] };
          const borrowed = { ...who, grants: who.grants.map((held) => ({ ...held, lent: true as const })) };
          expect(mayCommand(borrowed, area as 'logins', owned)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('gives the same answer as an ability and as a question', () => {
    fc.assert(
      fc.property(anybody, target, (who, what) => {
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
      area: 'training',
      localities: [{ field: 'localityId' }],
    };
    fc.assert(
      fc.property(
        anybody,
        fc.constantFrom(...dataClasses),
        fc.record({
          employingOrganisationId: id,
          visibleTo: fc.array(id, { maxLength: 2 }),
          personId: id,
          localityId: id,
        }),
        (who, dataClass, row) => {
          const scope = scopeOf(who);
          const isIn = (list: readonly Uuid[] = []): boolean =>
            list.some((own) => own === row.employingOrganisationId || row.visibleTo.includes(own));
          const { brokenGlass } = who;
          const { organisations } = scopeOf({ ...who, brokenGlass: undefined } as unknown as Actor);
          const opened = scope.organisations[dataClass].filter(
            (shown) => !organisations[dataClass].includes(shown),
          );
          const shown =
            isIn(organisations[dataClass]) ||
            (isIn(opened) && (brokenGlass?.person ?? row.personId) === row.personId) ||
            (scope.people[dataClass].includes(row.personId) &&
              (row.personId === scope.person || isIn(scope.assignedIn))) ||
            scope.agreed[`training.${dataClass}`]?.includes(row.employingOrganisationId) === true ||
            scope.localities.includes(row.localityId);
          const ability = abilityFor(who, [{ ...model, class: dataClass }]);
          expect(ability.can('read', aboutRow(row))).toBe(shown);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  const aboutRow = (row: object) =>
    Object.defineProperty({ ...row }, '__caslSubjectType__', { value: 'EngagementRegister' }) as never;
});
