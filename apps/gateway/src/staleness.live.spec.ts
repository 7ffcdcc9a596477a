import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, partnerByOds } from '@alongside/demonstration';
import { openClient } from '@alongside/postgres';
import { eventually } from '../../../test/support/eventually.js';
import { startProgram, type Ask, type Program } from '../../../test/support/program.js';

const { organisationId } = partnerByOds('RX2');
const query = `{ organisation(organisationId: "${organisationId}") { name } }`;
const register = `mutation { registerOrganisation(input: { name: "Late", sector: vcse, effectiveOn: "2026-03-01" }) {
  ... on RegisterOrganisationAccepted { id position } } }`;

describe('answers from read models that are not up to date', () => {
  let program: Program;
  let operator: Ask;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
    operator = program.as(OPERATOR);
  }, 60_000);
  afterAll(() => program?.close());

  const parked = async (sql: string): Promise<void> => {
    const client = await openClient(program.database.projectorUrl, { name: 'spec' });
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const staleness = async (asked: string) => (await operator(asked)).body.extensions?.staleness;

  it('say nothing while they are', async () => {
    expect((await operator(query)).body).toEqual({ data: { organisation: { name: expect.any(String) } } });
  });

  it('say how many streams are waited with, where they come from there', async () => {
    await parked(`INSERT INTO runtime.parked (projection, stream, event_id, event_type, position, error)
      VALUES ('organisations', 'organisation-${organisationId}', '${randomUUID()}', 'OrganisationRenamed', '${'0'.repeat(20)}', 'of a spec')`);
    try {
      await eventually(async () =>
        expect(await staleness(query)).toEqual({ behindSeconds: 0, parkedStreams: 1 }),
      );
      expect(await staleness('{ myEnrolments(first: 1) { nodes { __typename } } }')).toBeUndefined();
    } finally {
      await parked('DELETE FROM runtime.parked');
    }
    await eventually(async () => expect(await staleness(query)).toBeUndefined());
  });

  it('say it where nothing brings them on any more, and are refused to whoever must read their own', async () => {
    await program.projector.close();
    const { id, position } = (await operator(register)).body.data.registerOrganisation;
    const began = performance.now();
    const own = await operator(`{ organisation(organisationId: "${id}", atLeast: "${position}") { name } }`);
    expect(own.body.errors[0].extensions.code).toBe('READ_MODEL_BEHIND');
    expect(performance.now() - began).toBeLessThan(4_000);
    await eventually(async () => {
      const { behindSeconds, parkedStreams } = await staleness(query);
      expect([behindSeconds > 5, behindSeconds < 60, parkedStreams]).toEqual([true, true, 0]);
    });
  });
});
