import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { scopeOf, type Actor } from '@alongside/identity';
import { grantOf, personActor } from '@alongside/identity/testing';
import { isRejected, uuid5, type Uuid } from '@alongside/kernel';
import type { Published } from '@alongside/projections';
import { AdoptVersion } from './application/adopt-version/adopt-version.handler.js';
import { AlignClauses } from './application/align-clauses/align-clauses.handler.js';
import { DecideVersion } from './application/decide-version/decide-version.handler.js';
import { DeclareDeviation } from './application/declare-deviation/declare-deviation.handler.js';
import { DraftVersion } from './application/draft-version/draft-version.handler.js';
import { FoundFramework } from './application/found-framework/found-framework.handler.js';
import { OnFramework } from './application/on-framework/on-framework.handler.js';
import { OnVersion } from './application/on-version/on-version.handler.js';
import { supersedeReplacedVersion } from './application/supersede-replaced-version/supersede-replaced-version.js';
import { TakePart, type Voice } from './application/take-part/take-part.handler.js';
import {
  ApplicableClauses,
  CurrentVersion,
  versionIdOf,
  versionStream,
  type ClauseRule,
} from './contracts.js';
import {
  boundary,
  clauseId,
  frameworkId,
  localityId,
  never,
  organisationId,
  person,
} from './testing/samples.js';
import { openRecord, type OpenRecord } from './testing/open-record.js';

const lead = personActor(person('lead'), [grantOf('frameworkLead', localityId)]);
const director = personActor(person('director'), [grantOf('organisationLead', organisationId)]);
const ana = personActor(person('ana'));
const ben = personActor(person('ben'));
const cleo = personActor(person('cleo'), [grantOf('hr', organisationId)]);

let commands = 0;
const actOf = (actor: Actor): Act => ({
  actor,
  scope: scopeOf(actor),
  commandId: uuid5(`command ${(commands += 1)}`),
  correlation: uuid5('correlation'),
});

/** How a handler's outcome reads in an expectation. */
const said = (outcome: Outcome<string>): string => (isRejected(outcome) ? outcome.rejected : 'accepted');

describe('a framework in the record', () => {
  let record: OpenRecord;
  let parts: OpenRecord['parts'];

  beforeAll(async () => {
    record = await openRecord();
    parts = record.parts;
  });

  afterAll(() => record?.close());

  const step = async (
    type: 'OpenConsultation' | 'OpenVoting' | 'CloseVoting',
    versionId: Uuid,
    effectiveOn: string,
  ): Promise<string> =>
    said(await parts.onVersion.execute(new OnVersion(actOf(lead), versionId, { type, effectiveOn })));

  const propose = (versionId: Uuid, name: string, rule: unknown, effectiveOn: string) =>
    parts.onVersion.execute(
      new OnVersion(actOf(lead), versionId, {
        type: 'ProposeClause',
        clauseId: clauseId(name),
        title: `On ${name}`,
        wording: `What partners agree on ${name}.`,
        rule: rule as ClauseRule,
        effectiveOn,
      }),
    );

  const voice = async (who: Actor, versionId: Uuid, words: Voice): Promise<string> =>
    said(await parts.takePart.execute(new TakePart(actOf(who), versionId, words)));

  const decided = (type: 'RatifyVersion' | 'LapseVersion', versionId: Uuid, on: string) =>
    parts.decide.execute(
      new DecideVersion(
        actOf(lead),
        versionId,
        type === 'RatifyVersion' ? { type, effectiveOn: on, inForceFrom: on } : { type, effectiveOn: on },
      ),
    );

  it('is founded by whoever leads it, and found by nobody else to act on', async () => {
    const input = { localityId, name: 'Sussex framework', effectiveOn: '2026-01-05' };
    expect(said(await parts.found.execute(new FoundFramework(actOf(director), input)))).toBe('NotFound');
    expect(said(await parts.found.execute(new FoundFramework(actOf(ana), input)))).toBe('NotFound');
    expect(said(await parts.found.execute(new FoundFramework(actOf(lead), input)))).toBe('accepted');
    for (const [who, livedExperience] of [
      [ana, true],
      [ben, true],
      [cleo, false],
    ] as const) {
      const command = {
        type: 'JoinGroup',
        personId: who.id,
        organisationId: null,
        livedExperience,
        effectiveOn: '2026-01-06',
      } as const;
      const admit = (actor: Actor) =>
        parts.onFramework.execute(new OnFramework(actOf(actor), frameworkId, command));
      expect([said(await admit(ana)), said(await admit(lead))]).toEqual(['NotFound', 'accepted']);
    }
  });

  it('refuses a rule that cannot be evaluated, with each fault and its path', async () => {
    const first = versionIdOf(frameworkId, 1);
    const draft = { frameworkId, number: 1, effectiveOn: '2026-01-07' };
    expect(said(await parts.draft.execute(new DraftVersion(actOf(ana), draft)))).toBe('NotFound');
    expect(said(await parts.draft.execute(new DraftVersion(actOf(lead), draft)))).toBe('accepted');
    const refused = await propose(first, 'restraint', { ...boundary, stance: 'sometimes' }, '2026-01-08');
    expect(refused).toMatchObject({
      rejected: 'ClauseNotEvaluable',
      details: { faults: [expect.stringContaining('stance: one of never')] },
    });
    expect(said(await propose(first, 'restraint', boundary, '2026-01-08'))).toBe('accepted');
  });

  it('is discussed, voted on and dissented from by its members alone', async () => {
    const first = versionIdOf(frameworkId, 1);
    const comment: Voice = {
      type: 'MakeComment',
      commentId: uuid5('comment'),
      clauseId: null,
      text: 'Good.',
    };
    expect(await step('OpenConsultation', first, '2026-01-20')).toBe('accepted');
    expect(await voice(lead, first, comment)).toBe('NotFound');
    expect(await voice(director, first, comment)).toBe('NotFound');
    expect(await voice(ana, first, comment)).toBe('accepted');
    expect(await step('OpenVoting', first, '2026-03-02')).toBe('accepted');
    expect(await voice(lead, first, { type: 'CastBallot', choice: 'for' })).toBe('NotFound');
    expect(await voice(ana, first, { type: 'CastBallot', choice: 'for' })).toBe('accepted');
    expect(await voice(ben, first, { type: 'CastBallot', choice: 'for' })).toBe('accepted');
    expect(await voice(cleo, first, { type: 'CastBallot', choice: 'against' })).toBe('accepted');
    const dissent = {
      type: 'StateDissent',
      dissentId: uuid5('dissent'),
      clauseId: clauseId('restraint'),
    } as const;
    expect(await voice(cleo, first, { ...dissent, statement: 'Never.', named: false })).toBe('accepted');
  });

  it('leaves in the log neither a choice nor two ballots that look alike', async () => {
    const ballots = (await record.store.read(versionStream(versionIdOf(frameworkId, 1)))).filter(
      ({ type }) => type === 'BallotCast',
    );
    expect(JSON.stringify(ballots.map(({ data }) => data))).not.toMatch(/"(for|against)"/);
    expect(new Set(ballots.map(({ metadata }) => metadata.commandHash)).size).toBe(3);
    expect(ballots.map(({ metadata }) => metadata.locality)).toEqual([localityId, localityId, localityId]);
  });

  it('is ratified by a vote that reached its quorum, and shows the result', async () => {
    const first = versionIdOf(frameworkId, 1);
    expect(await step('CloseVoting', first, '2026-03-02')).toBe('accepted');
    expect(said(await decided('RatifyVersion', first, '2026-03-02'))).toBe('accepted');
    await record.projected();
    expect(await parts.frameworks.framework(actOf(ana), localityId)).toMatchObject({
      name: 'Sussex framework',
      foundedOn: '2026-01-05',
      versionInForce: first,
    });
    expect(await parts.versions.version(actOf(ana), first)).toMatchObject({
      status: 'ratified',
      inForce: true,
      vote: { for: 2, against: 1, livedExperienceDeciding: 2, quorumReached: true, majorityReached: true },
    });
    const dissent = await parts.versions.dissent(actOf(lead), first, { first: 10 });
    expect(dissent.nodes).toMatchObject([{ statement: 'Never.', personId: null }]);
    const seen = async (who: Actor) =>
      (await parts.versions.comments(actOf(who), first, { first: 10 })).nodes;
    expect(await seen(lead)).toMatchObject([{ text: 'Good.', personId: ana.id }]);
    expect([(await seen(ana)).length, (await seen(ben)).length]).toEqual([1, 0]);
    const group = async (who: Actor) =>
      (await parts.frameworks.members(actOf(who), { frameworkId, first: 10 })).nodes;
    expect((await group(lead)).map(({ livedExperience }) => livedExperience)).toEqual([null, null, null]);
    const [own, ...others] = await group(ana);
    expect([own!.personId, await own!.livedExperience, others]).toEqual([ana.id, true, []]);
    expect(await group(director)).toEqual([]);
    const page = await parts.frameworks.members(actOf(lead), { frameworkId, first: 2 });
    const rest = { frameworkId, first: 2, after: page.pageInfo.endCursor! };
    expect((await parts.frameworks.members(actOf(lead), rest)).nodes).toHaveLength(1);
  });

  it('is adopted by partners, who answer for their deviations', async () => {
    const first = versionIdOf(frameworkId, 1);
    const input = { organisationId, versionId: first, effectiveOn: '2026-03-02' };
    expect(said((await parts.adopt.execute(new AdoptVersion(actOf(lead), input))).outcome)).toBe('NotFound');
    const stranger = uuid5('elsewhere');
    const elsewhere = personActor(person('eve'), [grantOf('organisationLead', stranger)]);
    const other = new AdoptVersion(actOf(elsewhere), { ...input, organisationId: stranger });
    expect(said((await parts.adopt.execute(other)).outcome)).toBe('OrganisationNotInLocality');
    const { id: adoptionId, outcome } = await parts.adopt.execute(new AdoptVersion(actOf(director), input));
    expect(said(outcome)).toBe('accepted');
    const deviation = {
      rule: never,
      reason: 'We have no wards.',
      effectiveOn: '2026-03-02',
      expiresOn: '2026-12-31',
    };
    const deviate = (clause: Uuid) =>
      parts.deviate.execute(new DeclareDeviation(actOf(director), adoptionId, clause, deviation));
    expect(said((await deviate(clauseId('unheard of'))).outcome)).toBe('ClauseOfAnotherVersion');
    const { id: deviationId, outcome: declared } = await deviate(clauseId('restraint'));
    expect(said(declared)).toBe('accepted');
    await record.projected();
    const { nodes } = await parts.adopting.adoptions(actOf(ana), { organisationId, first: 10 });
    expect(nodes).toMatchObject([{ adoptionId, organisationName: 'Sussex Partnership', versionNumber: 1 }]);
    const held = await parts.adopting.deviations(actOf(ana), nodes[0]!, { first: 10 });
    expect(held.nodes).toMatchObject([{ deviationId, direction: 'stricter', rule: { stance: 'never' } }]);
    const before = { organisationId, first: 10, asKnownAt: '2020-01-01T00:00:00.000Z' };
    const asBelieved = await parts.adopting.adoptions(actOf(ana), before);
    expect(asBelieved.nodes).toEqual([]);
    expect(await parts.applicable.execute(new ApplicableClauses(organisationId, '2026-03-02'))).toMatchObject(
      [{ versionId: first, rule: { stance: 'never' }, deviation: { deviationId } }],
    );
    expect(await parts.applicable.execute(new ApplicableClauses(organisationId, '2026-03-01'))).toEqual([]);
  });

  it('gives its place to the version that replaces it, which began with its clauses', async () => {
    const [first, second] = [versionIdOf(frameworkId, 1), versionIdOf(frameworkId, 2)];
    const draft = new DraftVersion(actOf(lead), { frameworkId, number: 2, effectiveOn: '2026-03-02' });
    expect(said(await parts.draft.execute(draft))).toBe('accepted');
    expect(await step('OpenConsultation', second, '2026-03-02')).toBe('accepted');
    expect(await step('OpenVoting', second, '2026-03-02')).toBe('accepted');
    expect(await voice(cleo, second, { type: 'CastBallot', choice: 'for' })).toBe('accepted');
    expect(await step('CloseVoting', second, '2026-03-02')).toBe('accepted');
    expect(await decided('RatifyVersion', second, '2026-03-02')).toMatchObject({
      rejected: 'QuorumNotReached',
      details: { tally: { for: 1, against: 0, abstain: 0 }, livedExperienceShare: 0, needed: 0.5 },
    });
    expect(said(await decided('LapseVersion', second, '2026-03-02'))).toBe('accepted');

    const third = versionIdOf(frameworkId, 3);
    const again = new DraftVersion(actOf(lead), { frameworkId, number: 3, effectiveOn: '2026-03-02' });
    expect(said(await parts.draft.execute(again))).toBe('accepted');
    const amendment = new OnVersion(actOf(lead), third, {
      type: 'AmendClause',
      clauseId: clauseId('restraint'),
      expectedRevision: 0,
      title: 'On restraint',
      wording: 'Never.',
      rule: never,
      effectiveOn: '2026-03-02',
    });
    expect(said(await parts.onVersion.execute(amendment))).toBe('accepted');
    await step('OpenConsultation', third, '2026-03-02');
    await step('OpenVoting', third, '2026-03-02');
    await voice(ana, third, { type: 'CastBallot', choice: 'for' });
    await step('CloseVoting', third, '2026-03-02');
    expect(said(await decided('RatifyVersion', third, '2026-03-02'))).toBe('accepted');

    const recorded = (await record.store.read(versionStream(third))).find(
      ({ type }) => type === 'VersionRatified',
    )!;
    const { id, type, data, metadata, stream, revision, position } = recorded;
    const event = { id, type, data, metadata, stream, revision, position, recordedAt: metadata.recordedAt };
    const manager = supersedeReplacedVersion(record.commanding);
    const answer = () => manager.on['VersionRatified']!(event as unknown as Published, undefined as never);
    expect([said((await answer()) as never), said((await answer()) as never)]).toEqual([
      'accepted',
      'accepted',
    ]);
    await record.projected();
    expect(await parts.versions.version(actOf(ana), first)).toMatchObject({
      status: 'superseded',
      supersededBy: third,
      inForce: false,
    });
    const numbers = async (after?: string) => {
      const args = { frameworkId, first: 2, ...(after ? { after } : {}) };
      const page = await parts.versions.versions(actOf(ana), args);
      return [page.nodes.map(({ number }) => number), page.pageInfo.endCursor] as const;
    };
    const [latest, cursor] = await numbers();
    expect([latest, (await numbers(cursor!))[0]]).toEqual([[3, 2], [1]]);
    expect(await parts.current.execute(new CurrentVersion(localityId, '2026-03-02'))).toMatchObject({
      versionId: third,
      clauses: [{ rule: { stance: 'never' } }],
    });
    expect(await parts.current.execute(new CurrentVersion(localityId, '2026-03-01'))).toBeNull();
    const compared = await parts.clauses.comparison(actOf(ana), { left: first, right: third, first: 10 });
    expect(compared.nodes).toMatchObject([
      { comparison: 'stricter', left: { versionId: first }, right: { versionId: third, amended: true } },
    ]);
    const clauses = await parts.clauses.clauses(actOf(ana), third, { first: 1 });
    expect(clauses.nodes).toMatchObject([
      { clauseId: clauseId('restraint'), carriedFrom: first, revision: 1 },
    ]);
    const none = { first: 1, after: clauses.pageInfo.endCursor! };
    expect((await parts.clauses.clauses(actOf(ana), third, none)).nodes).toEqual([]);
  });

  it('aligns its clauses with those that there are', async () => {
    const pair = {
      clauseId: clauseId('restraint'),
      otherFrameworkId: uuid5('other'),
      otherClauseId: uuid5('none'),
      effectiveOn: '2026-03-02',
    };
    const align = new AlignClauses(actOf(lead), frameworkId, pair);
    expect(said(await parts.align.execute(align))).toBe('ClauseUnknown');
  });
});
