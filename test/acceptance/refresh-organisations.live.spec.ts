import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM_ACTOR } from '@alongside/application';
import { execute } from '@alongside/event-store';
import { addDays, dayOf, uuid5, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { RefreshReport } from '@alongside/localities';
import { localityStream, organisationStream } from '@alongside/localities/contracts';
import { locality, organisation, type OrganisationCommand } from '@alongside/localities/domain';
import {
  refreshOrganisations,
  type RefreshAsked,
} from '../../apps/cli/src/commands/refresh-organisations.js';
import { createOutput, type Output } from '../../apps/cli/src/console.js';
import { startProgram, type Program } from '../support/program.js';

const FOUNDED = '2011-04-01';
const today = dayOf(new Date().toISOString());
const samples = join(process.cwd(), 'test/support/ods');
const idOf = (code: string): Uuid => uuid5(`refresh:${code}`);
const wessex = uuid5('refresh:Wessex');

/** As they were before 1 October 2024, and three that the Organisation Data Service invented no code for. */
const registered: Readonly<Record<string, string>> = {
  RX2: 'Sussex Partnership NHS Foundation Trust',
  RDR: 'Sussex Community NHS Foundation Trust',
  RYR: 'University Hospitals Sussex NHS Foundation Trust',
  RXC: 'East Sussex Healthcare NHS Trust',
  RW1: 'Southern Health NHS Foundation Trust',
  R1C: 'Solent NHS Trust',
  RHM: 'University Hospital Southampton NHS Foundation Trust',
  RHU: 'Portsmouth Hospitals University NHS Trust',
  ZZ1: 'Example Host Board',
  ZZ2: 'Example & Sons Care',
  ZZ3: 'Example Community Trust',
};

const odsRow = (code: string, name: string, closesOn = ''): string =>
  Array.from(
    { length: 27 },
    (_, index) => `"${[code, name][index] ?? (index === 11 ? closesOn : '')}"`,
  ).join();

describe('refreshing organisations from a published file', () => {
  let program: Program;
  let folder: string;
  beforeAll(async () => {
    program = await startProgram({ extent: 'none' });
    folder = await mkdtemp(join(tmpdir(), 'alongside-refresh-'));
    for (const [code, name] of Object.entries(registered)) {
      const organisationId = idOf(code);
      await give(organisationId, {
        type: 'RegisterOrganisation',
        organisationId,
        name,
        sector: 'nhsTrust',
        effectiveOn: FOUNDED,
      });
      await give(organisationId, {
        type: 'AssignIdentifier',
        system: 'ods',
        value: code,
        until: null,
        heldByOthers: [],
        effectiveOn: FOUNDED,
      });
    }
    await execute(program.foundation.writing, {
      decider: locality,
      stream: localityStream(wessex),
      command: {
        type: 'EstablishLocality',
        localityId: wessex,
        name: 'Wessex',
        hostOrganisationId: idOf('ZZ1'),
        host: { registeredOn: FOUNDED, closedOn: null },
        effectiveOn: FOUNDED,
      },
      context: contextOf('Wessex'),
    });
    await give(idOf('ZZ3'), { type: 'RenameOrganisation', name: 'Example Care Trust', effectiveOn: today });
  }, 60_000);
  afterAll(async () => {
    await program?.close();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const contextOf = (name: string) => ({
    actor: SYSTEM_ACTOR,
    organisation: null,
    locality: null,
    client: 'spec',
    commandId: uuid5(`refresh spec ${name}`),
  });
  const give = (organisationId: Uuid, command: OrganisationCommand) =>
    execute(program.foundation.writing, {
      decider: organisation,
      stream: organisationStream(organisationId),
      command,
      context: contextOf(`${organisationId} ${command.type}`),
    });

  const fileOf = async (name: string, ...lines: readonly string[]): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, `\u{FEFF}${lines.join('\r\n')}\r\n`);
    return file;
  };
  interface Run {
    readonly well: boolean;
    readonly report: RefreshReport & { readonly dryRun: boolean };
    readonly text: string;
  }
  const refresh = async (asked: Omit<RefreshAsked, 'signal'>): Promise<Run> => {
    let answered: { report: object; text: string } | undefined;
    const output: Output = {
      ...createOutput(true),
      say: () => undefined,
      answer: (report, text) => (answered = { report, text }),
    };
    const well = await refreshOrganisations(
      { home: folder },
      program.foundation,
      { ...asked, signal: new AbortController().signal },
      output,
    );
    return { well, text: answered!.text, report: answered!.report as Run['report'] };
  };
  const eventsOf = async (code: string): Promise<readonly (readonly [string, CalendarDate])[]> =>
    (await program.foundation.store.read(organisationStream(idOf(code)))).map(
      ({ type, data }) => [type, String(data['effectiveOn'])] as const,
    );

  const merger = {
    file: join(samples, 'etr.sample.csv'),
    succession: join(samples, 'succ.sample.csv'),
    effectiveOn: '2024-10-01',
  };

  it('tries out RW1’s new name and R1C’s merger, and writes nothing', async () => {
    const head = await program.foundation.store.head();
    const { well, report, text } = await refresh({ ...merger, dryRun: true });
    expect(text.split('\n')).toEqual([
      'line 5: RW1 would be renamed from Southern Health NHS Foundation Trust to Hampshire and Isle of Wight Healthcare NHS Foundation Trust, from 2024-10-01',
      'line 6: R1C would be merged into RW1, from 2024-10-01',
      '9 rows, 2 to be recorded, 6 as they are, 1 not registered here, 0 refused, 0 not usable. Nothing was written.',
    ]);
    expect([well, report.dryRun, report.notRegistered]).toEqual([true, true, ['R1F']]);
    expect(await program.foundation.store.head()).toBe(head);
  });

  it('records just what was tried out, as the program', async () => {
    const tried = await refresh({ ...merger, dryRun: true });
    const { well, report } = await refresh(merger);
    expect([well, report.done]).toEqual([true, tried.report.done]);
    expect(await eventsOf('RW1')).toContainEqual(['OrganisationRenamed', '2024-10-01']);
    expect(await eventsOf('R1C')).toContainEqual(['OrganisationMerged', '2024-10-01']);
    const [last] = await program.foundation.store.read(organisationStream(idOf('R1C')), {
      direction: 'backwards',
      max: 1,
    });
    expect(last?.metadata).toMatchObject({ actor: SYSTEM_ACTOR, client: 'refresh-organisations' });
  });

  it('changes nothing when it is given again', async () => {
    const head = await program.foundation.store.head();
    const { well, report } = await refresh(merger);
    expect([well, report.done, report.unchanged]).toEqual([true, [], 8]);
    expect(await program.foundation.store.head()).toBe(head);
  });

  it('goes on after rows that it cannot use, and names each line', async () => {
    const file = await fileOf(
      'faulty.csv',
      odsRow('RX2', 'SUSSEX PARTNERSHIP NHS FOUNDATION TRUST').slice(0, -3),
      `"RDR","SUSSEX "COMMUNITY NHS",${',""'.repeat(24)}`,
      '',
      odsRow('', 'NOBODY'),
      odsRow('RYR', 'UNIVERSITY HOSPITALS SUSSEX NHS FOUNDATION TRUST', '20240231'),
      odsRow('RHM', ''),
      odsRow('RXC', 'EAST SUSSEX HEALTHCARE NHS TRUST'),
      odsRow('RXC', 'ANOTHER NAME'),
      odsRow('ZZ2', 'EXAMPLE AND SONS CARE'),
    );
    const { well, report, text } = await refresh({ file, dryRun: true });
    expect(report.faults.map(({ line, fault }) => [line, fault])).toEqual([
      [1, 'ColumnsWrong'],
      [2, 'QuotesWrong'],
      [4, 'CodeMissing'],
      [5, 'DateMalformed'],
      [6, 'NameMissing'],
      [8, 'RowTwice'],
    ]);
    expect([well, report.rows, report.unchanged, report.done]).toEqual([false, 8, 2, []]);
    expect(text).toContain('line 8: RXC: Another row has the same code. The first one counts.');
  });

  it('closes where nobody registered succeeds, and lists what the rules refuse with the reason', async () => {
    const file = await fileOf(
      'closing.csv',
      odsRow('ZZ1', 'EXAMPLE HOST BOARD', '20260331'),
      odsRow('ZZ2', 'EXAMPLE & SONS CARE', '20260331'),
      odsRow('ZZ3', 'EXAMPLE COMMUNITY TRUST', '20200101'),
      odsRow('RHU', 'PORTSMOUTH HOSPITALS UNIVERSITY NHS TRUST', '20090101'),
    );
    const succession = await fileOf('closing-succ.csv', '"ZZ2","XX9","R","20260401",""');
    const tried = await refresh({ file, succession, dryRun: true });
    const { well, report, text } = await refresh({ file, succession });
    expect(report.refused).toEqual(tried.report.refused);
    expect(report.refused.map(({ line, code, doing, reason }) => [line, code, doing, reason])).toEqual([
      [1, 'ZZ1', 'close', 'HostsLocality'],
      [3, 'ZZ3', 'close', 'FactsAfterClosing'],
      [4, 'RHU', 'close', 'BeforeRegistration'],
    ]);
    expect(report.done).toEqual([
      { line: 2, code: 'ZZ2', organisationId: idOf('ZZ2'), doing: 'close', effectiveOn: '2026-04-01' },
    ]);
    expect(text).toContain(
      'line 1: ZZ1 refused to close. The organisation hosts a locality from that day on.',
    );
    expect(well).toBe(false);
    expect((await refresh({ file, succession })).report.done).toEqual([]);
  });

  it('opens nothing again, and closes nothing whose successor cannot be told', async () => {
    const file = await fileOf(
      'unclear.csv',
      odsRow('R1C', 'SOLENT NHS TRUST'),
      odsRow('RDR', 'SUSSEX COMMUNITY NHS FOUNDATION TRUST', '20270331'),
      odsRow('RYR', 'UNIVERSITY HOSPITALS SUSSEX NHS FOUNDATION TRUST', '20270331'),
    );
    const succession = await fileOf(
      'unclear-succ.csv',
      '"RDR","RX2","R","20270431",""',
      '"RYR","RX2","R","20270401",""',
      '"RYR","RXC","R","20270401",""',
      '"RYR","RXC","R","20270401",""',
    );
    const { report } = await refresh({ file, succession });
    expect(report.faults.map(({ file: of, line, fault }) => [of, line, fault])).toEqual([
      ['succession', 1, 'DateMalformed'],
      ['organisations', 2, 'SuccessionUnclear'],
      ['organisations', 3, 'SeveralSuccessors'],
    ]);
    expect([report.done, report.unchanged]).toEqual([[], 1]);
  });

  it('decides each row on what the rows before would have recorded, also where it is only tried out', async () => {
    const file = await fileOf(
      'chain.csv',
      odsRow('RXC', 'EAST SUSSEX HEALTHCARE NHS TRUST', '20261231'),
      odsRow('RHM', 'UNIVERSITY HOSPITAL SOUTHAMPTON NHS FOUNDATION TRUST', '20261231'),
    );
    const succession = await fileOf(
      'chain-succ.csv',
      '"RXC","RHM","R","20270101",""',
      '"RHM","RXC","R","20270101",""',
    );
    const tried = await refresh({ file, succession, dryRun: true });
    expect(tried.report.done).toMatchObject([{ code: 'RXC', doing: 'merge' }]);
    expect(tried.report.refused).toMatchObject([{ code: 'RHM', reason: 'MergerCycle' }]);
    expect(await eventsOf('RXC')).not.toContainEqual(['OrganisationMerged', '2027-01-01']);
  });

  it('leaves a name alone that is recorded for a later day', async () => {
    const tomorrow = addDays(today, 1);
    await give(idOf('RX2'), {
      type: 'RenameOrganisation',
      name: 'Sussex Peers Trust',
      effectiveOn: tomorrow,
    });
    const file = await fileOf('early.csv', odsRow('RX2', 'SUSSEX PEERS TRUST'));
    expect((await refresh({ file })).report).toMatchObject({ done: [], unchanged: 1 });
  });

  it('says in words what is wrong with what it was given', async () => {
    await expect(refresh({ file: join(folder, 'nothing.csv') })).rejects.toThrow('There is no file');
    await expect(refresh({ ...merger, effectiveOn: '2024-02-30' })).rejects.toThrow(
      '2024-02-30 is not a day',
    );
    await expect(refresh({ ...merger, succession: folder })).rejects.toThrow('There is no file');
  });

  it('reads a hundred thousand rows of others in seconds', async () => {
    const codeAt = (index: number): string => `Y${index.toString(36).toUpperCase().padStart(5, '0')}`;
    const rows = Array.from({ length: 100_000 }, (_, index) => odsRow(codeAt(index), `PRACTICE ${index}`));
    const file = await fileOf('many.csv', ...rows);
    const began = performance.now();
    const { report, text } = await refresh({ file, dryRun: true });
    expect([report.rows, report.notRegistered.length]).toEqual([100_000, 100_000]);
    expect(text).not.toContain(codeAt(1));
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);
});
