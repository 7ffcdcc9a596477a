import type { Writing } from '@alongside/event-store';
import { isRejected, type CalendarDate, type Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { organisationRefusals } from '../../domain/index.js';
import { PartnerReader } from '../partner.reader.js';
import { giving } from './giving.js';
import { plannedStore } from './planned.store.js';
import { organisationLines, readSuccessions, type OrganisationLine } from './read-files.js';
import { planOf, successionsOf, type Plan, type Step } from './refresh-plan.js';
import { RefreshNotes, type Refused, type RefreshReport } from './refresh-report.js';
import { registeredCodes } from './registered-codes.js';

export interface RefreshOptions {
  /** A file of organisations as the Organisation Data Service publishes it. */
  readonly file: string;
  /** Its file of successions. */
  readonly succession?: string;
  /** From which day a name that differs is borne. */
  readonly effectiveOn: CalendarDate;
  /** Nothing is written; the answer is what would be done. */
  readonly dryRun: boolean;
  /** Bytes read of `file`. */
  readonly onBytes?: (read: number) => void;
  /** Stops between two rows. */
  readonly signal?: AbortSignal;
}

/**
 * Compares registered organisations with a published file and records what differs, by the program's own authority and
 * through the rules that everybody else meets: names, closings, and mergers where a registered organisation succeeds.
 * Nothing is registered or opened again. A row that cannot be used or is refused leaves the others as they are. The same
 * file again changes nothing more.
 * @throws what the file system says of a file that cannot be read
 */
export const refreshOrganisations = async (
  { writing: given, readModels }: { readonly writing: Writing; readonly readModels: ReadModels },
  { file, succession, effectiveOn, dryRun, onBytes, signal }: RefreshOptions,
): Promise<RefreshReport> => {
  // What is tried out is decided as it would be: by the same rules, on what the rows before would have recorded.
  const writing = dryRun ? { ...given, store: plannedStore(given.store) } : given;
  const partners = new PartnerReader(writing, readModels);
  const give = giving(writing, partners);
  const notes = new RefreshNotes();
  const codes = await registeredCodes(readModels, effectiveOn);
  const successions = await readSuccessions(succession, (code) => codes.has(code), notes);

  const plan = async (organisationId: Uuid, { row }: OrganisationLine): Promise<Plan> =>
    planOf(
      row,
      await partners.record(organisationId),
      successionsOf(row.code, successions, (code) => codes.get(code)),
      effectiveOn,
    );
  const take = async (organisationId: Uuid, step: Step, { line, row, text }: OrganisationLine) => {
    const outcome = await give(organisationId, step, text);
    const { code } = row;
    if (isRejected(outcome)) notes.refused.push(refusal(line, code, step, outcome.rejected));
    else notes.done.push({ line, code, organisationId, ...step });
  };

  for await (const read of organisationLines(file, notes, onBytes)) {
    signal?.throwIfAborted();
    const { line, row } = read;
    const organisationId = codes.get(row.code);
    if (!organisationId) {
      notes.notRegistered.push(row.code);
      continue;
    }
    const { steps, fault } = await plan(organisationId, read);
    if (fault) notes.fault('organisations', line, fault, row.code);
    else if (steps.length === 0) notes.unchanged += 1;
    for (const step of steps) await take(organisationId, step, read);
  }
  return notes;
};

const refusal = (line: number, code: string, { doing }: Step, reason: Refused['reason']): Refused => ({
  line,
  code,
  doing,
  reason,
  message: organisationRefusals[reason === 'NotFound' ? 'OrganisationNotRegistered' : reason],
});
