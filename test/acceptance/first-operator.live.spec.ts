import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentToken } from '@alongside/identity/development-realm';
import { dayOf, type Uuid } from '@alongside/kernel';
import { DEVELOPMENT_ISSUER } from '../../apps/cli/src/demonstration.js';
import {
  callerWith,
  environmentFor,
  spawnAlongside,
  startRunningProgram,
  type Caller,
  type RunningProgram,
} from '../support/running-program.js';

const today = dayOf(new Date().toISOString());

describe('the first operator of an empty record', () => {
  let home: string;
  let environment: NodeJS.ProcessEnv;
  let program: RunningProgram | undefined;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'alongside-operator-'));
    environment = await environmentFor(home);
  });
  afterAll(async () => {
    await program?.stop();
    await rm(home, { recursive: true, force: true });
  }, 60_000);

  const named = ['--given-name', 'Ada', '--family-name', 'Example', '--email', 'ada@example.org'];
  const appoint = async (...args: readonly string[]) => {
    const child = spawnAlongside(environment, ['appoint-operator', '--json', ...args]);
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 45_000);
    let stdout = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(tooLong);
    return { code, answer: stdout === '' ? null : JSON.parse(stdout) };
  };
  const signedInAs = async (subject: string): Promise<Caller> => {
    const issuer = `http://127.0.0.1:${environment['ALONGSIDE_REALM_PORT']}/realms/alongside`;
    const account = { sub: subject };
    const dataFolder = join(home, 'realm');
    return callerWith(program!.url, await developmentToken({ dataFolder, issuer, account }));
  };

  let personId: Uuid;
  it('is appointed where no program runs, by the login that the realm knows', async () => {
    expect((await appoint(...named)).code).toBe(2);
    const { code, answer } = await appoint(...named, '--subject', 'ada');
    expect({ code, answer }).toEqual({
      code: 0,
      answer: { personId: expect.any(String), issuer: DEVELOPMENT_ISSUER, since: today },
    });
    personId = answer.personId;
  }, 100_000);

  it('is answered the same when it is asked again, also beside a running program', async () => {
    program = await startRunningProgram(['--demonstration', 'none'], { home, environment });
    const again = { code: 0, answer: { personId, issuer: DEVELOPMENT_ISSUER, since: today } };
    expect(await appoint(...named, '--subject', 'ada')).toEqual(again);
    expect(await appoint('--given-name', 'A', '--family-name', 'E', '--subject', 'ada')).toEqual(again);
  }, 150_000);

  it('may operate the program, and is the last until they appoint another', async () => {
    const ada = await signedInAs('ada');
    expect(
      (await ada.ask('{ me { personId displayName roles { role scopeKind from to } } }')).data.me,
    ).toEqual({
      personId,
      displayName: 'Ada Example',
      roles: [{ role: 'operator', scopeKind: 'deployment', from: today, to: null }],
    });
    const again = await ada.command('appointOperator', { personId, from: today });
    expect(again.code).toBe('AlreadyOperator');
    const gone = await ada.command('dismissOperator', { personId, effectiveOn: today });
    expect(gone.code).toBe('LastOperator');
    const organisation = { name: 'The first', sector: 'vcse', effectiveOn: today };
    expect((await ada.command('registerOrganisation', organisation)).code).toBeUndefined();
  }, 30_000);

  it('is not joined by a second from outside, who is told whom to ask', async () => {
    const { code, answer } = await appoint(...named, '--subject', 'eve');
    expect({ code, answer }).toEqual({
      code: 2,
      answer: { error: expect.stringContaining('appointOperator') },
    });
    const elsewhere = ['--subject', 'ada', '--issuer', 'https://login.example/realms/alongside'];
    expect((await appoint(...named, ...elsewhere)).code).toBe(2);
    const eve = await signedInAs('eve');
    expect((await eve.ask('{ me { personId } }')).data).toBeFalsy();
  }, 100_000);
});
