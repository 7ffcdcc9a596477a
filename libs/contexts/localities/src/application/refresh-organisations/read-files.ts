import { csvLines } from './csv-lines.js';
import {
  isFault,
  organisationOf,
  successionOf,
  type OdsOrganisation,
  type OdsSuccession,
} from './ods-rows.js';
import type { RefreshNotes } from './refresh-report.js';

export interface OrganisationLine {
  readonly line: number;
  readonly text: string;
  readonly row: OdsOrganisation;
}

/** The rows that can be used, one of each code; the others are noted. */
export async function* organisationLines(
  file: string,
  notes: RefreshNotes,
  onBytes?: (read: number) => void,
): AsyncGenerator<OrganisationLine> {
  const seen = new Set<string>();
  for await (const read of csvLines(file, onBytes)) {
    notes.rows += 1;
    const row = isFault(read) ? read : organisationOf(read.fields);
    if (isFault(row)) notes.fault('organisations', read.line, row.fault);
    else if (seen.has(row.code)) notes.fault('organisations', read.line, 'RowTwice', row.code);
    else if (!isFault(read)) {
      seen.add(row.code);
      yield { line: read.line, text: read.text, row };
    }
  }
}

export interface KnownSuccessions {
  readonly of: ReadonlyMap<string, readonly OdsSuccession[]>;
  /** Codes of which a row could not be used. */
  readonly unclear: ReadonlySet<string>;
}

/** The successions of the codes that matter; rows that cannot be used are noted. */
export const readSuccessions = async (
  file: string | undefined,
  matters: (code: string) => boolean,
  notes: RefreshNotes,
): Promise<KnownSuccessions> => {
  const of = new Map<string, readonly OdsSuccession[]>();
  const unclear = new Set<string>();
  if (file === undefined) return { of, unclear };
  for await (const read of csvLines(file)) {
    const row = isFault(read) ? read : successionOf(read.fields);
    if (isFault(row)) {
      const code = isFault(read) ? undefined : read.fields[0]?.toUpperCase();
      if (code) unclear.add(code);
      notes.fault('succession', read.line, row.fault, code);
      continue;
    }
    const before = of.get(row.code) ?? [];
    const again = before.find(({ successor }) => successor === row.successor);
    if (again && again.effectiveOn !== row.effectiveOn) unclear.add(row.code);
    else if (!again && matters(row.code)) of.set(row.code, [...before, row]);
  }
  return { of, unclear };
};
