import { stat } from 'node:fs/promises';
import {
  findRunning,
  projections,
  systemClock,
  type Configuration,
  type Foundation,
} from '@alongside/deployment';
import { dayOf, isCalendarDate, type CalendarDate } from '@alongside/kernel';
import { refreshOrganisations as refresh, type RefreshReport } from '@alongside/localities';
import { openPool } from '@alongside/postgres';
import { waitFor } from '@alongside/projections';
import { startProjector } from '@alongside/projector';
import { openReadModels } from '@alongside/read-models';
import { CommandFault } from '../command-fault.js';
import type { Output } from '../console.js';
import { refreshInWords } from '../refresh-in-words.js';

export interface RefreshAsked {
  readonly file: string;
  readonly succession?: string;
  /** Today where left out. */
  readonly effectiveOn?: string;
  readonly dryRun?: boolean;
  readonly signal: AbortSignal;
}

const CATCH_UP_MS = 60_000;
/** From when on it is worth saying how far it is. */
const SLOW_MS = 2_000;

/**
 * Compares the registered organisations with a published file and records what differs; with `dryRun` only says what it
 * would record. Answers whether every row could be used and nothing was refused.
 * @throws CommandFault where a file cannot be read, the day is none or the read models do not catch up
 */
export const refreshOrganisations = async (
  configuration: Pick<Configuration, 'home'>,
  foundation: Foundation,
  { file, succession, effectiveOn = dayOf(systemClock()), dryRun = false, signal }: RefreshAsked,
  output: Output,
): Promise<boolean> => {
  if (!isCalendarDate(effectiveOn))
    throw new CommandFault(`${effectiveOn} is not a day of the calendar. Give one as 2026-04-01.`);
  const size = await sizeOf(file);
  if (succession) await sizeOf(succession);
  // Where no program runs, nobody else keeps the read models up.
  const projector = (await findRunning(configuration.home))
    ? undefined
    : startProjector(foundation, { info: () => undefined, warn: output.say });
  const readModels = openReadModels(foundation.urls.gatewayUrl, { max: 2 });
  const bar = output.progress('Reading the file');
  const began = performance.now();
  try {
    await caughtUp(foundation);
    const report = await refresh(
      { writing: foundation.writing, readModels },
      {
        file,
        ...(succession ? { succession } : {}),
        effectiveOn,
        dryRun,
        signal,
        onBytes: (read) => {
          if (performance.now() - began > SLOW_MS) bar.to(read, size);
        },
      },
    );
    bar.end();
    if (!dryRun && report.done.length > 0) await caughtUp(foundation);
    answer(output, report, effectiveOn, dryRun);
    return report.refused.length === 0 && report.faults.length === 0;
  } finally {
    await readModels.close();
    await projector?.close();
  }
};

const answer = (output: Output, report: RefreshReport, effectiveOn: CalendarDate, dryRun: boolean): void => {
  const { rows, unchanged, notRegistered, done, refused, faults } = report;
  output.answer(
    { dryRun, effectiveOn, rows, unchanged, notRegistered, done, refused, faults },
    refreshInWords(report, dryRun),
  );
};

const sizeOf = async (file: string): Promise<number> => {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch {
    // Said below, as of what is no file.
  }
  throw new CommandFault(`There is no file ${file} that can be read.`);
};

const caughtUp = async ({ urls, store }: Pick<Foundation, 'urls' | 'store'>): Promise<void> => {
  const pool = openPool(urls.gatewayUrl, { name: 'alongside refresh', max: 1 });
  try {
    const names = projections.map(({ name }) => name);
    if ((await waitFor(pool, names, await store.head(), CATCH_UP_MS)) === 'reached') return;
  } finally {
    await pool.end();
  }
  throw new CommandFault('The read models are behind the log. See `alongside doctor`, and try again.');
};
