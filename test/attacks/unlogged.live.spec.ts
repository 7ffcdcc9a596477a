import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, staffOf } from '@alongside/demonstration';
import type { Uuid } from '@alongside/kernel';
import { startProgram, type Program } from '../support/program.js';
import { organisations, shareRecords, today, type SharedRecords } from '../support/shared-records/index.js';

const { community, trust, southampton } = organisations;

describe('who reads about people of another organisation', () => {
  let program: Program;
  let records: SharedRecords;
  beforeAll(async () => {
    program = await startProgram({ extent: 'everything', people: 120 });
    records = await shareRecords(program);
  }, 180_000);
  afterAll(() => program?.close(), 30_000);

  const dataOf = async (who: Uuid, query: string) => {
    const { body } = await program.as(who)(query);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  const logOf = async (who: Uuid): Promise<readonly { entryId: string; basis: string; inWords: string }[]> =>
    (await dataOf(who, '{ myAccessLog(first: 100) { nodes { entryId basis inWords } } }')).myAccessLog.nodes;
  /** The grounds that are new in somebody's log after something was read. */
  const groundsNew = async (person: Uuid, read: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = (await logOf(person)).map(({ entryId }) => entryId);
    await read();
    return (await logOf(person)).filter(({ entryId }) => !before.includes(entryId)).map(({ basis }) => basis);
  };

  it('is in their log by an agreement, also where the reader holds a lesser role there', async () => {
    const { hr } = staffOf(community);
    const { body } = await program.as(OPERATOR)(
      `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { __typename } }`,
      { input: { personId: hr, role: 'supervisor', organisationId: trust.organisationId, from: today } },
    );
    expect(body.data.grantRole.__typename).toBe('GrantRoleAccepted');
    await program.caughtUp();
    const { colleague } = records.cast;
    const read = async () => {
      const { trainingRecord } = await dataOf(
        hr,
        `{ trainingRecord(personId: "${colleague}", first: 5) { nodes { title } } }`,
      );
      expect(trainingRecord.nodes).not.toEqual([]);
    };
    expect(await groundsNew(colleague, read)).toEqual(['agreement']);
  });

  it.each([
    ['the record', (person: Uuid) => `trainingRecord(personId: "${person}", first: 5) { nodes { title } }`],
    [
      'what is shared',
      (person: Uuid) =>
        `sharedTraining(organisationId: "${southampton.organisationId}", personId: "${person}", first: 5) { nodes { title } }`,
    ],
  ])('is in their log by a training passport: %s', async (_, field) => {
    const { colleague } = records.cast;
    const read = async () => {
      const [{ nodes }] = Object.values(await dataOf(staffOf(southampton).hr, `{ ${field(colleague)} }`)) as [
        { nodes: unknown[] },
      ];
      expect(nodes).not.toEqual([]);
    };
    expect(await groundsNew(colleague, read)).toEqual(['passport']);
  });
});
