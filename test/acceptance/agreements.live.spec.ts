import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { frameworkLeadOf, localityIdOf, partnerByOds, partners, staffOf } from '@alongside/demonstration';
import { addDays, dayOf, isSealed, uuid5, type Uuid } from '@alongside/kernel';
import { agreementStream } from '@alongside/localities/contracts';
import { openPool } from '@alongside/postgres';
import { accepted, codeOf, commanding } from '../support/commanding.js';
import { startProgram, type Program } from '../support/program.js';

const [sussex, wessex] = [localityIdOf('Sussex'), localityIdOf('Wessex')];
const named = (name: string) => partners.find((partner) => partner.name === name)!;
const [rx2, rdr, rw1, r1c] = ['RX2', 'RDR', 'RW1', 'R1C'].map(partnerByOds) as [
  (typeof partners)[number],
  (typeof partners)[number],
  (typeof partners)[number],
  (typeof partners)[number],
];
const [capital, southdown] = [named('CAPITAL Project Trust'), named('Southdown')];
const trustLead = staffOf(rx2).lead;
const charityLead = staffOf(capital).lead;
const frameworkLead = frameworkLeadOf('Sussex');
const today = dayOf(new Date().toISOString());
const monthAgo = addDays(today, -30);

const organisation = ({ organisationId }: { readonly organisationId: Uuid }) => ({
  kind: 'organisation',
  id: organisationId,
});
const [trust, charity] = [organisation(rx2), organisation(capital)];
const locality = { kind: 'locality', id: sussex };

/** The trust shares with the charity. */
const terms = {
  localityId: sussex,
  title: 'Peer training in Sussex',
  reference: 'ISA 2026/14',
  disclosing: [rx2.organisationId],
  receiving: [charity],
  purposes: ['recognisingTraining'],
  classes: ['C1', 'C2'],
  lawfulBasis: 'publicTask',
  specialCondition: 'healthOrSocialCare',
  effectiveOn: monthAgo,
};

interface Grant {
  readonly discloser: Uuid;
  readonly receiver: Uuid;
  readonly kind: string;
  readonly areas: readonly string[];
  readonly classes: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly suspended: boolean;
  readonly facts: readonly Uuid[];
}

describe('a data-sharing agreement', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ extent: 'partners' });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  const give = commanding(() => program, 'agreements');

  const drawUp = (changes: object = {}, who = trustLead) =>
    give(who, 'drawUpAgreement', { ...terms, ...changes });
  const drawnUp = async (changes: object = {}, who = trustLead): Promise<Uuid> =>
    (await accepted(drawUp(changes, who))).id;
  type Act = 'sign' | 'suspend' | 'resume' | 'leave';
  const act = (who: Uuid, name: Act, agreementId: Uuid, party: object, more: object = {}) =>
    give(who, `${name}Agreement`, {
      agreementId,
      party,
      ...(name === 'suspend' ? { reason: 'A breach is looked into.' } : {}),
      ...more,
    });
  const end = (agreementId: Uuid, effectiveOn: string = today, who = frameworkLead) =>
    give(who, 'endAgreement', { agreementId, effectiveOn });
  const signedByBoth = async (changes: object = {}): Promise<Uuid> => {
    const agreementId = await drawnUp(changes);
    await accepted(act(trustLead, 'sign', agreementId, trust));
    await accepted(act(charityLead, 'sign', agreementId, charity));
    return agreementId;
  };

  /** The rights that the agreement gives, as the one table of rights has them. */
  const grantsOf = async (...receivers: readonly Uuid[]): Promise<readonly Grant[]> => {
    await program.caughtUp();
    const pool = openPool(program.database.projectorUrl, { name: 'spec', max: 1 });
    try {
      const { rows } = await pool.query<Grant>(
        `SELECT scope_id AS discloser, holder_id AS receiver, holder_kind AS kind, areas, classes, suspended,
          from_on::text AS "from", to_on::text AS "to", event_ids AS facts
         FROM localities.access_grant WHERE basis = 'agreement' AND grant_id = ANY ($1::uuid[]) ORDER BY 1, 2`,
        [receivers],
      );
      return rows;
    } finally {
      await pool.end();
    }
  };
  const grantId = (agreementId: Uuid, discloser: Uuid, receiver: Uuid): Uuid =>
    uuid5(`agreement:${agreementId}:${discloser}:${receiver}`);
  /** What the charity has of the trust: from, to, suspended. */
  const opened = async (agreementId: Uuid) => {
    const grants = await grantsOf(grantId(agreementId, rx2.organisationId, capital.organisationId));
    expect(grants).toHaveLength(1);
    return [grants[0]!.from, grants[0]!.to, grants[0]!.suspended];
  };

  const fields = `agreementId localityId title reference purposes classes lawfulBasis specialCondition from until on
    parties { party { kind id name } discloses receives signedOn suspendedOn leftOn }
    pairs { discloser { id name } receiver { kind id name } standing inForce from waitingFor { id } suspendedBy { id } }`;
  const shown = async (agreementId: Uuid, who: Uuid = frameworkLead, on?: string) => {
    await program.caughtUp();
    const { body } = await program.as(who)(
      `query ($agreementId: UUID!, $on: CalendarDate) { agreement(agreementId: $agreementId, on: $on) { ${fields} } }`,
      { agreementId, on },
    );
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data.agreement;
  };
  const standing = async (agreementId: Uuid, on?: string) => {
    const [pair] = (await shown(agreementId, frameworkLead, on)).pairs;
    return [pair.standing, pair.inForce];
  };
  const list = async (args: string, who: Uuid = frameworkLead) => {
    await program.caughtUp();
    const { body } = await program.as(who)(
      `{ agreements(${args}) { nodes { agreementId } pageInfo { hasNextPage endCursor } } }`,
    );
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    const { nodes, pageInfo } = body.data.agreements;
    return { ids: nodes.map(({ agreementId }: { agreementId: Uuid }) => agreementId), ...pageInfo };
  };

  describe('from its drawing up to its end', () => {
    it('opens nothing when it is drawn up', async () => {
      const agreementId = await drawnUp();
      expect(await opened(agreementId)).toEqual([null, null, false]);
      const [grant] = await grantsOf(grantId(agreementId, rx2.organisationId, capital.organisationId));
      expect(grant).toMatchObject({
        discloser: rx2.organisationId,
        receiver: capital.organisationId,
        kind: 'organisation',
        areas: ['training'],
        classes: ['C1', 'C2'],
      });
      expect(await standing(agreementId)).toEqual(['waiting', false]);
    });

    it('says which party it waits for, in words for a data-protection officer', async () => {
      const agreementId = await drawnUp({ endsOn: addDays(today, 100) });
      await accepted(act(trustLead, 'sign', agreementId, trust));
      expect(await opened(agreementId)).toEqual([null, addDays(today, 101), false]);
      expect(await shown(agreementId, staffOf(rw1).hr)).toEqual({
        agreementId,
        localityId: sussex,
        title: 'Peer training in Sussex',
        reference: 'ISA 2026/14',
        purposes: ['recognisingTraining'],
        classes: ['C1', 'C2'],
        lawfulBasis: 'publicTask',
        specialCondition: 'healthOrSocialCare',
        from: monthAgo,
        until: addDays(today, 100),
        on: today,
        parties: [
          {
            party: { ...trust, name: rx2.name },
            discloses: true,
            receives: false,
            signedOn: today,
            suspendedOn: null,
            leftOn: null,
          },
          {
            party: { ...charity, name: capital.name },
            discloses: false,
            receives: true,
            signedOn: null,
            suspendedOn: null,
            leftOn: null,
          },
        ],
        pairs: [
          {
            discloser: { id: trust.id, name: rx2.name },
            receiver: { ...charity, name: capital.name },
            standing: 'waiting',
            inForce: false,
            from: null,
            waitingFor: [{ id: charity.id }],
            suspendedBy: [],
          },
        ],
      });
    });

    it('is in force from the day on which both have signed, whatever its first day', async () => {
      const agreementId = await signedByBoth();
      expect(await opened(agreementId)).toEqual([today, null, false]);
      expect(await standing(agreementId)).toEqual(['inForce', true]);
      expect(await standing(agreementId, addDays(today, -1))).toEqual(['waiting', false]);
    });

    it('is in force from its own first day where that is later', async () => {
      const agreementId = await signedByBoth({ effectiveOn: addDays(today, 10) });
      expect(await opened(agreementId)).toEqual([addDays(today, 10), null, false]);
      expect(await standing(agreementId)).toEqual(['notBegun', false]);
      expect(await standing(agreementId, addDays(today, 10))).toEqual(['inForce', true]);
    });

    it('rests from the moment a party suspends it, until the same party resumes', async () => {
      const agreementId = await signedByBoth();
      await accepted(act(charityLead, 'suspend', agreementId, charity));
      expect(await opened(agreementId)).toEqual([today, null, true]);
      const { pairs, parties } = await shown(agreementId);
      expect(pairs[0]).toMatchObject({ standing: 'suspended', suspendedBy: [{ id: charity.id }] });
      expect(parties[1]).toMatchObject({ suspendedOn: today });

      expect(await codeOf(act(trustLead, 'resume', agreementId, trust))).toBe('PartyNotSuspended');
      expect(await codeOf(act(trustLead, 'resume', agreementId, charity))).toBe('NotFound');
      expect(await opened(agreementId)).toEqual([today, null, true]);

      await accepted(act(charityLead, 'resume', agreementId, charity));
      expect(await opened(agreementId)).toEqual([today, null, false]);
      expect(await standing(agreementId)).toEqual(['inForce', true]);
    });

    it('keeps the reason of a suspension sealed for the party, and out of the list', async () => {
      const agreementId = await drawnUp({ receiving: [locality] });
      for (const [who, party] of [
        [trustLead, trust],
        [frameworkLead, locality],
      ] as const) {
        await accepted(act(who, 'sign', agreementId, party));
        await accepted(act(who, 'suspend', agreementId, party, { reason: 'Planted words.' }));
      }
      const stored = await program.foundation.store.read(agreementStream(agreementId));
      const suspensions = stored.filter(({ type }) => type === 'AgreementSuspended');
      expect(
        suspensions.map(({ data, metadata }) => [
          isSealed(data['reason']),
          metadata.organisation,
          metadata.locality,
        ]),
      ).toEqual([
        [true, rx2.organisationId, null],
        [true, null, sussex],
      ]);
      const text = JSON.stringify(await shown(agreementId));
      for (const never of ['Planted', trustLead, frameworkLead]) expect(text).not.toContain(never);
    });

    it('is suspended with a reason or not at all', async () => {
      const agreementId = await signedByBoth();
      const blank = act(trustLead, 'suspend', agreementId, trust, { reason: '  ' });
      expect(await codeOf(blank)).toBe('BAD_USER_INPUT');
    });

    it('is over for a party that leaves, from that day and for good', async () => {
      const agreementId = await signedByBoth();
      await accepted(act(trustLead, 'leave', agreementId, trust));
      expect(await opened(agreementId)).toEqual([today, today, false]);
      expect(await standing(agreementId)).toEqual(['over', false]);
      for (const name of ['sign', 'suspend', 'resume'] as const)
        expect([name, await codeOf(act(trustLead, name, agreementId, trust))]).toEqual([name, 'PartyLeft']);
      expect((await accepted(act(trustLead, 'leave', agreementId, trust))).eventIds).toEqual([]);
    });

    it('ends for all on the day that the framework lead names, and nothing comes after', async () => {
      const later = await signedByBoth();
      await accepted(end(later, addDays(today, 7)));
      expect(await opened(later)).toEqual([today, addDays(today, 7), false]);
      expect(await standing(later)).toEqual(['inForce', true]);
      expect(await standing(later, addDays(today, 7))).toEqual(['over', false]);

      const agreementId = await signedByBoth();
      await accepted(end(agreementId));
      expect(await opened(agreementId)).toEqual([today, today, false]);
      for (const name of ['sign', 'suspend', 'resume', 'leave'] as const)
        expect([name, await codeOf(act(trustLead, name, agreementId, trust))]).toEqual([
          name,
          'AgreementEnded',
        ]);
      expect(await codeOf(end(agreementId))).toBe('AgreementEnded');
    });
  });

  describe('of several parties', () => {
    const among = {
      disclosing: [rx2.organisationId, capital.organisationId],
      receiving: [organisation(rdr), locality],
      purposes: ['recognisingTraining', 'planningTheWorkforce'],
      classes: ['C2'],
    };
    const all = (agreementId: Uuid) =>
      grantsOf(
        ...among.disclosing.flatMap((discloser) =>
          [rdr.organisationId, sussex].map((receiver) => grantId(agreementId, discloser, receiver)),
        ),
      );
    const fromOf = async (agreementId: Uuid) =>
      Object.fromEntries(
        (await all(agreementId)).map((one) => [`${one.discloser} ${one.receiver}`, one.from]),
      );

    it('opens pair by pair, to organisations and to the locality', async () => {
      const agreementId = await drawnUp(among, frameworkLead);
      await accepted(act(trustLead, 'sign', agreementId, trust));
      await accepted(act(staffOf(rdr).lead, 'sign', agreementId, organisation(rdr)));
      await accepted(act(frameworkLead, 'sign', agreementId, locality));
      expect(await fromOf(agreementId)).toEqual({
        [`${rx2.organisationId} ${rdr.organisationId}`]: today,
        [`${rx2.organisationId} ${sussex}`]: today,
        [`${capital.organisationId} ${rdr.organisationId}`]: null,
        [`${capital.organisationId} ${sussex}`]: null,
      });
      for (const grant of await all(agreementId)) {
        expect(grant.kind).toBe(grant.receiver === sussex ? 'locality' : 'organisation');
        expect([grant.areas, grant.classes]).toEqual([['employment', 'training'], ['C2']]);
      }
      const waiting = (await shown(agreementId)).pairs.filter(
        (pair: { standing: string }) => pair.standing === 'waiting',
      );
      expect(waiting.map((pair: { waitingFor: unknown }) => pair.waitingFor)).toEqual([
        [{ id: charity.id }],
        [{ id: charity.id }],
      ]);
      expect((await shown(agreementId)).parties.at(-1).party).toEqual({ ...locality, name: 'Sussex' });

      await accepted(act(trustLead, 'leave', agreementId, trust));
      await accepted(act(charityLead, 'sign', agreementId, charity));
      expect((await all(agreementId)).map(({ discloser, to }) => [discloser, to]).toSorted()).toEqual(
        [
          [rx2.organisationId, today],
          [rx2.organisationId, today],
          [capital.organisationId, null],
          [capital.organisationId, null],
        ].toSorted(),
      );
    });

    it('gives each right with the facts on which it rests', async () => {
      const agreementId = await drawnUp();
      const { eventIds } = await accepted(act(trustLead, 'sign', agreementId, trust));
      const [grant] = await grantsOf(grantId(agreementId, rx2.organisationId, capital.organisationId));
      expect(grant!.facts).toHaveLength(2);
      expect(grant!.facts.at(-1)).toBe(eventIds[0]);
    });
  });

  describe('is drawn up', () => {
    it('by the lead of any party and by the framework lead', async () => {
      for (const who of [trustLead, charityLead, frameworkLead])
        expect(await codeOf(drawUp({}, who))).toBe('accepted');
    });

    it('by nobody else', async () => {
      expect(await codeOf(drawUp({}, staffOf(rdr).lead))).toBe('NotFound');
      expect(await codeOf(drawUp({}, frameworkLeadOf('Wessex')))).toBe('NotFound');
      for (const who of [staffOf(rx2).hr, staffOf(rx2).supervisors[0]!])
        expect(await codeOf(drawUp({}, who))).toBe('NOT_FOUND');
    });

    it('among partners of the locality alone', async () => {
      const outside = { ...(await drawUp({ receiving: [organisation(rw1)] })) };
      expect(outside).toMatchObject({
        code: 'PartyNotInLocality',
        details: { parties: [organisation(rw1)] },
      });
      expect(outside.message).toContain('not in this locality');
      expect(await drawUp({ receiving: [charity, { kind: 'locality', id: wessex }] })).toMatchObject({
        code: 'PartyNotInLocality',
        details: { parties: [{ kind: 'locality', id: wessex }] },
      });
      expect(await drawUp({ localityId: wessex })).toMatchObject({
        code: 'PartyNotInLocality',
        details: { parties: [trust, charity] },
      });
      expect(await drawUp({ receiving: [{ kind: 'organisation', id: uuid5('nobody') }] })).toMatchObject({
        code: 'PartyNotInLocality',
      });
    });

    it('not with an organisation that has merged into another', async () => {
      const gone = { localityId: wessex, disclosing: [rw1.organisationId], receiving: [organisation(r1c)] };
      expect(await drawUp(gone, staffOf(rw1).lead)).toMatchObject({
        code: 'PartyNotInLocality',
        details: { parties: [organisation(r1c)] },
      });
    });

    it('only with terms that open something to somebody, for a purpose', async () => {
      for (const [changes, code] of [
        [{ disclosing: [] }, 'DiscloserMissing'],
        [{ receiving: [] }, 'ReceiverMissing'],
        [{ receiving: [trust] }, 'NoPairOfParties'],
        [{ purposes: [] }, 'PurposeMissing'],
        [{ classes: [] }, 'ClassMissing'],
        [{ endsOn: addDays(monthAgo, -1) }, 'AgreementEndsBeforeStart'],
        [{ lawfulBasis: 'consent' }, 'ConsentNotExplicit'],
        [{ specialCondition: 'explicitConsent' }, 'ConsentNotExplicit'],
      ] as const)
        expect([changes, await codeOf(drawUp(changes, frameworkLead))]).toEqual([changes, code]);
      const many = Array.from({ length: 50 }, (_, index) => uuid5(`many ${index}`));
      expect(await codeOf(drawUp({ disclosing: [rx2.organisationId, ...many] }))).toBe('TooManyParties');
      expect(await codeOf(drawUp({ lawfulBasis: 'consent', specialCondition: 'explicitConsent' }))).toBe(
        'accepted',
      );
    });

    it('never for lived experience or criminal records, which the graph has no word for', async () => {
      for (const never of ['C0', 'C3', 'C4'])
        expect(await codeOf(drawUp({ classes: ['C1', never] }))).toBe('BAD_USER_INPUT');
      for (const blank of [{ title: ' ' }, { reference: '' }])
        expect(await codeOf(drawUp(blank))).toBe('BAD_USER_INPUT');
    });

    it('once for one command id', async () => {
      const commandId = uuid5('drawn up twice');
      const first = await accepted(drawUp({ commandId }));
      expect(await accepted(drawUp({ commandId }))).toEqual(first);
      expect(await codeOf(drawUp({ commandId, title: 'Another' }))).not.toBe('accepted');
    });
  });

  describe('is signed', () => {
    it('for each party by its own lead, and by nobody else', async () => {
      const agreementId = await drawnUp({ receiving: [charity, locality] });
      const others: readonly (readonly [Uuid, object])[] = [
        [charityLead, trust],
        [frameworkLead, trust],
        [staffOf(rdr).lead, trust],
        [trustLead, charity],
        [trustLead, locality],
        [frameworkLeadOf('Wessex'), locality],
      ];
      for (const [who, party] of others)
        for (const name of ['sign', 'suspend', 'resume', 'leave'] as const)
          expect([party, name, await codeOf(act(who, name, agreementId, party))]).toEqual([
            party,
            name,
            'NotFound',
          ]);
      expect(await codeOf(act(staffOf(rx2).hr, 'sign', agreementId, trust))).toBe('NOT_FOUND');
      expect(await opened(agreementId)).toEqual([null, null, false]);
      for (const [who, party] of [
        [trustLead, trust],
        [charityLead, charity],
        [frameworkLead, locality],
      ] as const)
        expect(await codeOf(act(who, 'sign', agreementId, party))).toBe('accepted');
    });

    it('once: a second time nothing is recorded', async () => {
      const agreementId = await drawnUp();
      expect((await accepted(act(trustLead, 'sign', agreementId, trust))).eventIds).toHaveLength(1);
      expect((await accepted(act(trustLead, 'sign', agreementId, trust))).eventIds).toEqual([]);
    });

    it('by its parties', async () => {
      const agreementId = await drawnUp();
      for (const name of ['sign', 'suspend', 'resume', 'leave'] as const)
        expect(await codeOf(act(staffOf(rdr).lead, name, agreementId, organisation(rdr)))).toBe('NotAParty');
      expect(await codeOf(act(frameworkLead, 'sign', agreementId, locality))).toBe('NotAParty');
    });

    it('before anything else is done by a party', async () => {
      const agreementId = await drawnUp();
      for (const name of ['suspend', 'resume', 'leave'] as const)
        expect([name, await codeOf(act(trustLead, name, agreementId, trust))]).toEqual([
          name,
          'PartyNotSigned',
        ]);
    });

    it('by an organisation that is still in the locality', async () => {
      const leaving = organisation(southdown);
      const agreementId = await drawnUp({ receiving: [leaving] });
      const left = { organisationId: southdown.organisationId, localityId: sussex, effectiveOn: today };
      await accepted(give(staffOf(southdown).lead, 'leaveLocality', left));
      expect(await act(staffOf(southdown).lead, 'sign', agreementId, leaving)).toMatchObject({
        code: 'PartyNotInLocality',
        details: { parties: [leaving] },
      });
    });

    it('not where there is no agreement', async () => {
      expect(await codeOf(act(trustLead, 'sign', uuid5('no agreement'), trust))).toBe('NotFound');
      expect(await codeOf(end(uuid5('no agreement')))).toBe('NotFound');
      expect(await shown(uuid5('no agreement'))).toBeNull();
    });

    it('not after its last day', async () => {
      const over = await drawnUp({ endsOn: addDays(today, -1) });
      expect(await codeOf(act(trustLead, 'sign', over, trust))).toBe('AgreementEnded');
      const lastDay = await drawnUp({ endsOn: today });
      expect(await codeOf(act(trustLead, 'sign', lastDay, trust))).toBe('accepted');
    });
  });

  describe('is ended for all', () => {
    it('by whoever leads the framework of its locality, and by no party', async () => {
      const agreementId = await signedByBoth();
      for (const who of [trustLead, charityLead, frameworkLeadOf('Wessex')])
        expect(await codeOf(end(agreementId, today, who))).toBe('NotFound');
      expect(await opened(agreementId)).toEqual([today, null, false]);
    });

    it('today or later, and never later than before', async () => {
      const agreementId = await drawnUp({ endsOn: addDays(today, 20) });
      expect(await codeOf(end(agreementId, addDays(today, -1)))).toBe('EndInThePast');
      expect(await end(agreementId, addDays(today, 22))).toMatchObject({
        code: 'AgreementEndsEarlier',
        details: { endsOn: addDays(today, 20) },
      });
      await accepted(end(agreementId, addDays(today, 5)));
      expect((await accepted(end(agreementId, addDays(today, 5)))).eventIds).toEqual([]);
      expect(await opened(agreementId)).toEqual([null, addDays(today, 5), false]);
    });
  });

  describe('is listed', () => {
    it('for everybody who is signed in, by locality and by party', async () => {
      const agreementId = await drawnUp({ receiving: [locality], effectiveOn: addDays(today, 300) });
      for (const who of [trustLead, staffOf(rx2).supervisors[0]!, staffOf(rw1).hr]) {
        expect((await list(`localityId: "${sussex}", first: 100`, who)).ids).toContain(agreementId);
        expect((await list(`organisationId: "${rx2.organisationId}", first: 100`, who)).ids).toContain(
          agreementId,
        );
      }
      expect((await list(`organisationId: "${capital.organisationId}", first: 100`)).ids).not.toContain(
        agreementId,
      );
      expect((await list(`localityId: "${wessex}", first: 100`)).ids).toEqual([]);
      const { body } = await program.as(null)('{ agreements(first: 1) { nodes { title } } }');
      expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    });

    it('page by page, the last to begin first', async () => {
      const whole = await list(`localityId: "${sussex}", first: 100`);
      const pages: Uuid[] = [];
      for (let after = '', more = true; more;) {
        const page = await list(`localityId: "${sussex}", first: 4${after && `, after: "${after}"`}`);
        pages.push(...page.ids);
        [after, more] = [page.endCursor, page.hasNextPage];
      }
      expect(pages.length).toBeGreaterThan(8);
      expect(pages).toEqual(whole.ids);
      const days = await Promise.all(whole.ids.slice(0, 5).map(async (id: Uuid) => (await shown(id)).from));
      expect(days).toEqual(days.toSorted().toReversed());
    });

    it('on a day while it runs, and without one until it is over', async () => {
      const agreementId = await drawnUp({ effectiveOn: monthAgo, endsOn: addDays(today, -5) });
      const future = await drawnUp({ effectiveOn: addDays(today, 5) });
      const on = (day: string) => list(`localityId: "${sussex}", first: 100, on: "${day}"`);
      expect((await on(addDays(today, -5))).ids).toContain(agreementId);
      expect((await on(addDays(today, -4))).ids).not.toContain(agreementId);
      expect((await on(addDays(monthAgo, -1))).ids).not.toContain(agreementId);
      const now = (await list(`localityId: "${sussex}", first: 100`)).ids;
      expect([now.includes(agreementId), now.includes(future)]).toEqual([false, true]);
      expect((await on(today)).ids).not.toContain(future);
      expect(await shown(agreementId)).toMatchObject({ until: addDays(today, -5) });
    });

    it('of one locality or one organisation', async () => {
      for (const whose of ['', `localityId: "${sussex}", organisationId: "${rx2.organisationId}", `]) {
        const { body } = await program.as(trustLead)(`{ agreements(${whose}first: 1) { nodes { title } } }`);
        expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
      }
    });
  });
});
