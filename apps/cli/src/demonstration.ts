import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processManagers, systemClock, type Foundation } from '@alongside/deployment';
import { loadDemonstration, type Extent, type StoryPlan } from '@alongside/demonstration';
import { loginHash } from '@alongside/identity';
import { demonstrationSubject } from '@alongside/identity/development-realm';
import { addDays, dayOf, type Uuid } from '@alongside/kernel';
import { loginIdOf } from '@alongside/people/contracts';

/** The development realm, as the record knows it: its URL changes with its port. */
export const DEVELOPMENT_ISSUER = 'urn:alongside:development-realm';

/** What was asked for, and whether it has all been told. */
export interface DemonstrationState {
  readonly plan: StoryPlan;
  readonly extent: Extent;
  readonly told: boolean;
}

const fileOf = (home: string): string => join(home, 'demonstration.json');

export const readDemonstration = async (home: string): Promise<DemonstrationState | undefined> => {
  try {
    return JSON.parse(await readFile(fileOf(home), 'utf8')) as DemonstrationState;
  } catch {
    return undefined;
  }
};

const write = async (home: string, state: DemonstrationState): Promise<void> => {
  await mkdir(home, { recursive: true });
  await writeFile(`${fileOf(home)}.new`, JSON.stringify(state, null, 2));
  await rename(`${fileOf(home)}.new`, fileOf(home));
};

export interface Telling {
  readonly home: string;
  readonly foundation: Pick<Foundation, 'store' | 'codec' | 'loginKey'>;
  readonly asked: { readonly seed?: string; readonly people?: number; readonly extent?: Extent };
  /** Whether a record in which only the partners were told gets the rest. */
  readonly extend?: boolean;
  readonly onProgress?: (told: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Tells the demonstration, or what is left of it: an interrupted one goes on as it was asked for. Undefined where it
 * was told before.
 */
export const tellDemonstration = async ({
  home,
  foundation,
  asked,
  extend = false,
  ...rest
}: Telling): Promise<{ readonly commands: number; readonly state: DemonstrationState } | undefined> => {
  const { seed = 'alongside', people = 400, extent = 'everything' } = asked;
  const before = await readDemonstration(home);
  const extended = extend && before?.told && before.extent === 'partners' && extent === 'everything';
  if (before?.told && !extended) return undefined;
  const state: DemonstrationState = extended
    ? { plan: { ...before.plan, people }, extent, told: false }
    : (before ?? { plan: { seed, people, until: addDays(dayOf(systemClock()), -1) }, extent, told: false });
  await write(home, state);
  const { store, codec, loginKey } = foundation;
  const loginOf = (personId: Uuid): Uuid =>
    loginIdOf(loginHash(DEVELOPMENT_ISSUER, demonstrationSubject(personId), loginKey));
  const commands = await loadDemonstration({
    store,
    codec,
    plan: state.plan,
    extent: state.extent,
    loginOf,
    managersOf: processManagers,
    ...rest,
  });
  const told = { ...state, told: true };
  await write(home, told);
  return { commands, state: told };
};
