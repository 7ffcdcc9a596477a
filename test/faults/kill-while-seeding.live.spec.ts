import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { localityIdOf, partnerByOds, staffOf } from '@alongside/demonstration';
import { killTree } from '../support/process-tree.js';
import {
  spawnAlongside,
  startRunningProgram,
  type Caller,
  type RunningProgram,
} from '../support/running-program.js';

const rx2 = partnerByOds('RX2');
const ENOUGH = 100;

/** Establishes posts one after the other until nobody answers any more. */
const work = async (hr: Caller, acknowledged: string[], dead: () => boolean): Promise<void> => {
  for (let index = 0; !dead() && index < 5000; index += 1) {
    const answer = await hr
      .command('establishPost', {
        title: `Post ${index}`,
        roleFamily: 'peerWorker',
        employingOrganisationId: rx2.organisationId,
        localityId: localityIdOf('Sussex'),
        team: 'Amber Ward',
        setting: 'inpatientWard',
        places: 1,
        effectiveOn: '2026-01-01',
      })
      .catch(() => undefined);
    if (answer?.id) acknowledged.push(answer.id);
  }
};

const postsOf = async (caller: Caller): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (let after: string | null = null, more = true; more;) {
    const { data } = await caller.ask(
      `query ($after: String) { posts(organisationId: "${rx2.organisationId}", first: 100, after: $after) {
        nodes { postId } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const page = data['posts'] as {
      nodes: { postId: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    for (const { postId } of page.nodes) found.add(postId);
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  return found;
};

const told = async (home: string): Promise<boolean> =>
  (JSON.parse(await readFile(join(home, 'demonstration.json'), 'utf8')) as { told: boolean }).told;

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (
    const end = Date.now() + 30_000;
    !(await holds());
    await new Promise((resolve) => setTimeout(resolve, 20))
  )
    if (Date.now() > end) throw new Error('It did not come to be within 30 seconds.');
};

let first: RunningProgram | undefined;
let second: RunningProgram | undefined;
afterAll(async () => {
  if (first?.process.pid && first.process.exitCode === null) killTree(first.process.pid);
  await second?.stop();
}, 60_000);

it('keeps everything it acknowledged when all is killed while the demonstration is told', async () => {
  first = await startRunningProgram(['--demonstration', 'partners']);
  const { home, environment } = first;
  const hr = await first.as(staffOf(rx2).hr);
  // Partners are there. Now everything is told, by another process on the same server, while people work.
  const seeding = spawnAlongside(environment, ['seed', '--people', '600', '--json']);
  const acknowledged: string[] = [];
  let dead = false;
  const working = [1, 2, 3, 4].map(() => work(hr, acknowledged, () => dead));
  await until(async () => !(await told(home)));
  const before = acknowledged.length;
  await until(() => acknowledged.length >= before + ENOUGH);
  const ended = [once(first.process, 'exit'), once(seeding, 'exit')];
  killTree(seeding.pid!);
  killTree(first.process.pid!);
  dead = true;
  await Promise.all([...ended, ...working]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
  expect(await told(home)).toBe(false);

  second = await startRunningProgram([], { home, environment });
  const found = await postsOf(await second.as(staffOf(rx2).hr));
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  expect(await told(home)).toBe(true);
  const { stdout } = await second.alongside('verify', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ differences: 0 });
}, 180_000);
