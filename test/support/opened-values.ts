import type { DataClass, Uuid } from '@alongside/kernel';
import type { AnyProjection } from '@alongside/projections';
import { maySee } from './access-oracle.js';
import type { KnownWords } from './known-words.js';
import { found } from './shared-records/index.js';
import type { Program } from './program.js';
import type { Reader } from './readers.js';

/** That somebody read a value of class C3 or C4, as the access log has it. */
export interface Opened {
  readonly reader: Uuid;
  readonly person: Uuid | null;
  readonly organisation: Uuid | null;
  readonly class: DataClass;
  readonly what: string;
  readonly basis: string;
  readonly basisId: Uuid | null;
}

/** No such value is opened before it is written down. */
export const openedValues = (program: Program): Promise<readonly Opened[]> =>
  found<Opened>(
    program,
    `SELECT DISTINCT reader_id AS reader, person_id AS person, organisation_id AS organisation, class, what, basis,
      basis_id AS "basisId" FROM access_log.entry WHERE class IN ('C3', 'C4')`,
    [],
    program.database.ownerUrl,
  );

/** Any record of an organisation about a person. */
const record = (dataClass: DataClass): AnyProjection => ({
  name: 'any record',
  version: 1,
  table: 'any.record',
  columns: { organisation: 'uuid', person: 'uuid' },
  key: ['person'],
  access: { class: dataClass, organisations: ['organisation'], people: ['person'] },
  on: {},
});

/** Whether the value was the reader's to read, on the grounds that were written down. */
export const wasTheirs = (words: KnownWords, reader: Reader, opened: Opened): boolean => {
  const actor = reader.actor!;
  const { person, organisation, basis, basisId } = opened;
  const shown = (table: string, column: string, id: Uuid | null): boolean =>
    id !== null && words.ids(table, column, { seenBy: reader }).includes(id);
  if (actor.id !== opened.reader) return false;
  // Under a broken glass whatever is asked is written down, also what one asks about oneself.
  if (basis === 'breakGlass' && basisId !== actor.brokenGlass?.id) return false;
  if (person === actor.id && (basis === 'self' || basis === 'breakGlass')) return true;
  if (basis === 'self') return false;
  if (basis === 'agreement')
    return (actor.sharings ?? []).some((one) => one.id === basisId && one.organisation === organisation);
  if (basis === 'disclosure')
    return (
      shown('people.disclosure', 'grant_id', basisId) ||
      shown('role_boundaries.concern', 'concern_id', basisId)
    );
  if (basis === 'passport') return shown('training.passport_share', 'person_id', person);
  return maySee(actor, record(opened.class), { organisation, person });
};
