import { uuid5 } from '@alongside/kernel';
import { wordsIn, type KnownWords } from './known-words.js';
import type { Program, ProgramAnswer } from './program.js';
import type { Reader } from './readers.js';
import { found } from './shared-records/index.js';

/** Errors that answer whoever asks; any other is a fault of the program. */
const codes = ['BAD_USER_INPUT', 'NOT_FOUND', 'UNAUTHENTICATED', 'TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED'];

export type AskAs = (reader: Reader, document: string) => Promise<ProgramAnswer>;

export const askingAs =
  ({ url }: Program): AskAs =>
  async ({ token, headers }, query) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await token!()}`,
        ...headers,
      },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

/** What the access log has told the reader since the words were read: who read what, and in which emergency. */
const toldSince = async (program: Program, { actor }: Reader): Promise<ReadonlySet<string>> => {
  const audited = actor!.grants.filter(({ role }) => role === 'auditor').map(({ scope }) => scope.id);
  const entries = await found<object>(
    program,
    `SELECT e.*, b.requested_by, b.reason FROM access_log.entry e
     LEFT JOIN localities.break_glass b ON b.break_glass_id = e.basis_id
     WHERE e.person_id = $1 OR e.basis <> 'self' AND (e.organisation_id = ANY ($2) OR e.on_behalf_of = ANY ($2))`,
    [actor!.id, audited],
    program.database.ownerUrl,
  );
  return wordsIn(JSON.stringify(entries));
};

/** What a reader got as the answer to a document, and what is wrong with it: nothing where nothing is. */
export interface Checked {
  readonly body: ProgramAnswer['body'];
  readonly faults: readonly string[];
}
export type LeakCheck = (reader: Reader, document: string) => Promise<Checked>;

/**
 * Nobody is told an id or a planted word that the rules do not open to them, that they did not send, and that is not
 * public; and a document is answered as it would be if there were nothing of the ids in it that they do not know.
 */
export const leakCheck = (program: Program, words: KnownWords): LeakCheck => {
  const ask = askingAs(program);
  const bodyOf = async (reader: Reader, document: string): Promise<string> =>
    JSON.stringify((await ask(reader, document)).body);

  const leaked = async (reader: Reader, document: string, said: string): Promise<readonly string[]> => {
    const [known, sent] = [words.of(reader), wordsIn(document)];
    const untold = [...wordsIn(said)].filter((word) => !known.has(word) && !sent.has(word));
    if (untold.length === 0) return [];
    const since = await toldSince(program, reader);
    return untold.filter((word) => !since.has(word));
  };

  const differs = async (reader: Reader, document: string, body: string): Promise<string | undefined> => {
    const known = words.of(reader);
    const hidden = [...wordsIn(document)].filter((word) => word.includes('-') && !known.has(word));
    if (hidden.length === 0) return undefined;
    const others = hidden.map((word) => [word, uuid5(`not ${word}`)] as const);
    const unknown = others.reduce((text, [word, other]) => text.replaceAll(word, other), document);
    const same = others.reduce(
      (text, [word, other]) => text.replaceAll(other, word),
      await bodyOf(reader, unknown),
    );
    return same === body ? undefined : same;
  };

  return async (reader, document) => {
    const { body, headers } = await ask(reader, document);
    const text = JSON.stringify(body);
    // The one new id in every answer: it is made for the request.
    const others = [...headers].filter(([name]) => name !== 'x-correlation-id');
    const told = await leaked(reader, document, text + JSON.stringify(others));
    const faults = told.map((word) => `tells ${word}`);
    for (const { extensions, message } of body.errors ?? [])
      if (!codes.includes(extensions.code)) faults.push(`fails with ${extensions.code}: ${message}`);
    // Others read meanwhile, and what they read is told to those whom it is about: only what stays different is a fault.
    const other = await differs(reader, document, text);
    if (
      other !== undefined &&
      (await differs(reader, document, await bodyOf(reader, document))) !== undefined
    )
      faults.push(`would be answered otherwise if those ids were not there: ${other}`);
    return { body, faults: faults.length === 0 ? [] : [...faults, `answer: ${text}`] };
  };
};
