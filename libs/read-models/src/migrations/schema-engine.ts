import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export type SchemaEngine = bindings.SchemaEngine;

/** What the engine calls a failed migration, or one that it finds failed. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}

interface Exports {
  readonly __wbindgen_start: () => void;
}

/** The part of the global that is used here; Node's types leave it to the browser's. */
declare const WebAssembly: {
  readonly instantiate: (
    bytes: Uint8Array,
    imports: object,
  ) => Promise<{ readonly instance: { readonly exports: Exports } }>;
};

let loaded: Promise<void> | undefined;

type Import = (...args: readonly unknown[]) => unknown;

/** The engine's timer for waiting on its lock runs on after it got it: ten seconds that no program shall wait for. */
const withIdleTimers = (functions: object): object =>
  Object.fromEntries(
    (Object.entries(functions) as [string, Import][]).map(([name, call]) => [
      name,
      name.startsWith('__wbg_setTimeout_')
        ? (...args: readonly unknown[]) => (call(...args) as NodeJS.Timeout).unref()
        : call,
    ]),
  );

/** The package expects a bundler that loads WebAssembly by itself; Node 20 does not. */
const load = async (): Promise<void> => {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': withIdleTimers(bindings) };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  const internals = bindings as unknown as {
    readonly __wbg_set_wasm: (exports: Exports) => void;
  };
  internals.__wbg_set_wasm(instance.exports);
  // The engine reports a crash of its own by this global.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  instance.exports.__wbindgen_start();
};

type Connected = Awaited<ReturnType<PrismaPg['connect']>>;
type Query = Parameters<Connected['queryRaw']>[0];

const CHAR = 18;
const TEXT = 25;

interface Answer {
  readonly fields: { dataTypeID: number }[];
  readonly rows: unknown[][];
}

/**
 * The adapter refuses PostgreSQL's one-letter type, which the engine needs to read a database's layout, and does not
 * know that its empty letter is a zero. Such columns pass it as text and are handed to the engine as letters.
 */
const readingLetters = (connected: Connected): Connected => {
  const plain = connected as unknown as { performIO: (query: Query) => Promise<Answer> };
  connected.queryRaw = async (query: Query) => {
    let letters: readonly number[] = [];
    const asText = Object.create(connected, {
      performIO: {
        value: async (asked: Query) => {
          const answer = await plain.performIO(asked);
          letters = answer.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CHAR ? [index] : []));
          for (const index of letters) {
            answer.fields[index]!.dataTypeID = TEXT;
            for (const row of answer.rows) if (row[index] === '') row[index] = '\u0000';
          }
          return answer;
        },
      },
    }) as Connected;
    const result = await (Object.getPrototypeOf(connected) as Pick<Connected, 'queryRaw'>).queryRaw.call(
      asText,
      query,
    );
    for (const index of letters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return connected;
};

/**
 * The adapter cuts scripts at each semicolon and sends the parts one by one. Sent whole, a script is one transaction,
 * and a function's body stays in one piece.
 */
const sendingWhole = (connected: Connected, pool: pg.Pool): Connected => {
  const { onError } = connected as unknown as { readonly onError: (error: unknown) => never };
  connected.executeScript = async (script) => {
    await pool.query(script).catch((error: unknown) => onError.call(connected, error));
  };
  return connected;
};

class EnginePg extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect(): Promise<Connected> {
    return sendingWhole(readingLetters(await super.connect()), this.pool);
  }
}

/** Runs Prisma's schema engine, which is WebAssembly in this process, on a database. @throws MigrationFailed */
export const withSchemaEngine = async <Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> => {
  await (loaded ??= load());
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new EnginePg(pool));
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw new MigrationFailed(wordsOf(error), { cause: error });
  } finally {
    await pool.end();
  }
};

/** The engine's message without its stack of spans. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message.split(/\n\s+0: /)[0]!.trim() : String(error);
