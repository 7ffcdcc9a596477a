import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projections } from '@alongside/deployment';
import { accessRules, scopeOf, type AccessRules } from '@alongside/identity';
import type { Uuid } from '@alongside/kernel';
import { emptyScope } from '@alongside/postgres';
import type { AnyProjection, TableAccess } from '@alongside/projections';
import { openReadModels, type ReadModels } from '@alongside/read-models';
import { maySee, type Row } from '../support/access-oracle.js';
import { startProgram, type Program } from '../support/program.js';
import { readersOf, type Reader } from '../support/readers.js';
import {
  found,
  inForce,
  organisations,
  shareRecords,
  today,
  type Cast,
} from '../support/shared-records/index.js';

const keyOf = ({ key }: AnyProjection, row: Row): string => JSON.stringify(key.map((column) => row[column]));
const restricted = projections.filter(({ access }) => !access.everyone);
/** Counting rows for a figure shows none of them. */
const ways = ['organisations', 'people', 'localities', 'everyone', 'operators', 'sharedWith'] as const;
const isClosed = ({ access }: AnyProjection): boolean => ways.every((way) => access[way] === undefined);

describe('of every read model', () => {
  let program: Program;
  let readModels: ReadModels;
  let readers: readonly Reader[];
  let agreed: readonly Uuid[];
  let cast: Cast;
  const rows = new Map<AnyProjection, readonly Row[]>();

  beforeAll(async () => {
    program = await startProgram({ extent: 'everything', people: 60, pointsPerMinute: 1e9 });
    const shared = await shareRecords(program);
    agreed = shared.agreed;
    cast = shared.cast;
    readers = await readersOf(program, shared);
    readModels = openReadModels(program.database.gatewayUrl, { max: 4 });
    for (const one of projections) rows.set(one, await found<Row>(program, `SELECT * FROM ${one.table}`));
  }, 120_000);
  afterAll(async () => {
    await readModels?.close();
    await program?.close();
  }, 30_000);

  const shown = async (one: AnyProjection, { actor }: Reader): Promise<ReadonlySet<string>> => {
    const found = await readModels.query<Row>(actor ? scopeOf(actor) : emptyScope, {
      name: `spec ${one.table}`,
      text: `SELECT ${one.key.join(', ')} FROM ${one.table}`,
      values: [],
    });
    return new Set(found.map((row) => keyOf(one, row)));
  };

  it.each(projections.filter((one) => !isClosed(one)).map((one) => [one.name, one] as const))(
    '%s shows everybody the rows that the rules open to them, and no other',
    async (_, one) => {
      const wrong: string[] = [];
      for (const reader of readers) {
        const visible = await shown(one, reader);
        for (const row of rows.get(one)!) {
          const may = maySee(reader.actor, one, row);
          if (may !== visible.has(keyOf(one, row)))
            wrong.push(`${reader.name} ${may ? 'misses' : 'is shown'} ${JSON.stringify(row)}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(projections.filter(isClosed).map((one) => [one.name, one] as const))(
    '%s shows nobody anything',
    async (_, one) => {
      expect(rows.get(one)!.length).toBeGreaterThan(0);
      for (const reader of readers) await expect(shown(one, reader)).rejects.toThrow('permission denied');
    },
  );

  it('shows of the access log what was read about oneself, and to auditors what concerns their organisations', async () => {
    const [trust, community] = [organisations.trust.organisationId, organisations.community.organisationId];
    const { peer, colleague } = cast;
    const entries = [
      [peer, trust, null, 'role'],
      [peer, trust, trust, 'self'],
      [peer, community, trust, 'agreement'],
      [colleague, community, community, 'role'],
      [null, trust, null, 'breakGlass'],
    ] as const;
    for (const [person, organisation, onBehalfOf, basis] of entries)
      await readModels.pool.query(
        `INSERT INTO access_log.entry (reader_id, reader_kind, person_id, organisation_id, on_behalf_of, class, what, purpose, basis, correlation)
         VALUES ($1, 'person', $2, $3, $4, 'C3', 'spec', 'spec', $5, $1)`,
        [colleague, person, organisation, onBehalfOf, basis],
      );
    const text = `SELECT person_id AS person, organisation_id AS organisation, on_behalf_of AS "onBehalfOf", basis
      FROM access_log.entry WHERE what = 'spec' ORDER BY entry_id`;
    for (const { name, actor } of readers) {
      const audits = (actor?.grants ?? [])
        .filter(({ role }) => role === 'auditor')
        .map(({ scope }) => scope.id);
      const expected = entries
        .filter(
          ([person, organisation, onBehalfOf, basis]) =>
            (actor?.kind === 'person' && person === actor.id) ||
            (basis !== 'self' && [organisation, onBehalfOf].some((id) => id !== null && audits.includes(id))),
        )
        .map(([person, organisation, onBehalfOf, basis]) => ({ person, organisation, onBehalfOf, basis }));
      const scope = actor ? scopeOf(actor) : emptyScope;
      expect([name, await readModels.query(scope, { name: 'spec log', text, values: [] })]).toEqual([
        name,
        expected,
      ]);
    }
  });

  it('opens what an emergency opens for as long as it lasts', () => {
    const opened = readers.filter(({ name }) => name.startsWith('operator under'));
    expect(opened.map(({ actor }) => actor!.brokenGlass?.person)).toEqual([cast.peer, null, undefined]);
  });

  it('ends the roles in an absorbed organisation, and gives its successor’s staff theirs', () => {
    const { absorbed, successor } = organisations;
    for (const role of ['lead', 'hr', 'supervisor 0']) {
      const holdsIn = (organisation: string) =>
        readers
          .find(({ name }) => name === `${role} of ${organisation}`)!
          .actor!.grants.filter(({ to }) => to === null || today < to)
          .map(({ scope }) => scope.id);
      expect(holdsIn('absorbed')).toEqual([]);
      expect(holdsIn('successor').toSorted()).toEqual(
        [absorbed.organisationId, successor.organisationId].toSorted(),
      );
    }
  });

  it('gives rights to others’ records by the agreements in force, and by no other', () => {
    const sharedWith = (reader: string) =>
      readers
        .find(({ name }) => name === reader)!
        .actor!.sharings!.filter(({ id }) => agreed.includes(id))
        .map(({ organisation, areas }) => [organisation, areas.toSorted()])
        .toSorted();
    for (const [name, { organisationId }] of Object.entries(organisations)) {
      const of = inForce.filter(({ reader }) => reader.organisationId === organisationId);
      const expected = of.flatMap(({ of, areas }) => of.map((one) => [one.organisationId, [...areas]]));
      for (const role of ['lead', 'hr', 'supervisor 0'])
        expect([role, name, sharedWith(`${role} of ${name}`)]).toEqual([role, name, expected.toSorted()]);
    }
    const { charity } = organisations;
    const all = ['boundaries', 'employment', 'supervision', 'training'];
    expect(sharedWith('framework lead of Sussex')).toEqual([[charity.organisationId, all]]);
    expect(sharedWith('framework lead of Wessex')).toEqual([]);
  });

  /** Whether somebody would be shown something else. */
  const tells = (one: AnyProjection, other: AnyProjection, rules: AccessRules = accessRules): boolean =>
    rows
      .get(one)!
      .some((row) =>
        readers.some(({ actor }) => maySee(actor, one, row) !== maySee(actor, other, row, { rules })),
      );

  it('would show something else without any one of the ways in that a projection names', () => {
    const idle = projections.flatMap((one) =>
      waysIn(one.access)
        .filter(
          ([, access]) =>
            !(one.access.everyone && rows.get(one)!.length === 0) && !tells(one, { ...one, access }),
        )
        .map(([way]) => `${one.name}: ${way}`),
    );
    expect(idle).toEqual([]);
  });

  it('would show something else without any one of the rules but those of public data', () => {
    const telling = accessRules.read.filter((rule) => rule.class !== 'C0' || rule.relation === 'locality');
    const idle = telling.filter((rule) => {
      const rules = { ...accessRules, read: accessRules.read.filter((other) => other !== rule) };
      const alone = { ...accessRules, read: [rule] };
      return !restricted.some((one) =>
        rows
          .get(one)!
          .some((row) =>
            readers.some(
              ({ actor }) => maySee(actor, one, row, { rules: alone }) && !maySee(actor, one, row, { rules }),
            ),
          ),
      );
    });
    expect(idle.map(({ role, class: dataClass, relation }) => `${role} ${relation} ${dataClass}`)).toEqual(
      [],
    );
  });
});

const without = <Whole extends object>(whole: Whole, part: keyof Whole): Whole => {
  const { [part]: _, ...rest } = whole;
  return rest as Whole;
};

/** An `access` without each one of its parts. */
const waysIn = (access: TableAccess): readonly (readonly [string, TableAccess])[] => [
  ...(['organisations', 'people', 'localities'] as const).flatMap((kind) =>
    (access[kind] ?? []).map(
      (column) =>
        [`${kind} ${column}`, { ...access, [kind]: access[kind]!.filter((one) => one !== column) }] as const,
    ),
  ),
  ...(['everyone', 'operators', 'unshared', 'sharedWith', 'classColumn'] as const)
    .filter((part) => access[part] !== undefined)
    .map((part) => [part, without(access, part)] as const),
];
