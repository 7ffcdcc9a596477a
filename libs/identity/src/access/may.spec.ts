import { describe, expect, it } from '@jest/globals';
import { clientActor, grantOf, personActor } from '../testing/index.js';
import { mayCommand, mayEnter, mayRead } from './may.js';

const trust = '10000000-0000-4000-8000-000000000001';
const charity = '10000000-0000-4000-8000-000000000002';
const sussex = '20000000-0000-4000-8000-000000000001';
const wessex = '20000000-0000-4000-8000-000000000002';
const ana = '30000000-0000-4000-8000-000000000001';
const ben = '30000000-0000-4000-8000-000000000002';
const cleo = '30000000-0000-4000-8000-000000000003';

describe('giving a command', () => {
  it("lets HR act on what is its own organisation's", () => {
    const hr = personActor(ana, [grantOf('hr', trust)]);
    expect(mayCommand(hr, 'employment', { organisations: [trust] })).toBe(true);
    expect(mayCommand(hr, 'employment', { organisations: [charity, trust] })).toBe(true);
  });

  it("refuses HR what is another organisation's, or nobody's", () => {
    const hr = personActor(ana, [grantOf('hr', trust)]);
    expect(mayCommand(hr, 'employment', { organisations: [charity] })).toBe(false);
    expect(mayCommand(hr, 'employment', { localities: [trust], person: ben })).toBe(false);
    expect(mayCommand(hr, 'employment', {})).toBe(false);
  });

  it('leaves partners to organisation leads, framework leads and operators', () => {
    const inTrust = { organisations: [trust] };
    expect(mayCommand(personActor(ana, [grantOf('hr', trust)]), 'partners', inTrust)).toBe(false);
    expect(mayCommand(personActor(ana, [grantOf('organisationLead', trust)]), 'partners', inTrust)).toBe(
      true,
    );
    expect(mayCommand(personActor(ana, [grantOf('operator', trust)]), 'partners', inTrust)).toBe(true);
  });

  it('lets a framework lead act in the locality and in no other', () => {
    const lead = personActor(ana, [grantOf('frameworkLead', sussex)]);
    expect(mayCommand(lead, 'framework', { localities: [sussex] })).toBe(true);
    expect(mayCommand(lead, 'framework', { localities: [wessex] })).toBe(false);
    expect(mayCommand(lead, 'employment', { localities: [sussex] })).toBe(false);
  });

  it('lets a supervisor act for the people assigned, while the role is held', () => {
    const assigned = { assignedPeople: [ben] };
    const supervisor = personActor(ana, [grantOf('supervisor', trust)], assigned);
    expect(mayCommand(supervisor, 'supervision', { person: ben })).toBe(true);
    expect(mayCommand(supervisor, 'supervision', { person: cleo, organisations: [trust] })).toBe(false);
    expect(mayCommand(personActor(ana, [], assigned), 'supervision', { person: ben })).toBe(false);
  });

  it('lets everybody act for themselves in people, training, boundaries and framework groups alone', () => {
    const anybody = personActor(ana);
    const own = { person: ana };
    expect(mayCommand(anybody, 'people', own)).toBe(true);
    expect(mayCommand(anybody, 'training', own)).toBe(true);
    expect(mayCommand(anybody, 'boundaries', own)).toBe(true);
    expect(mayCommand(anybody, 'framework', own)).toBe(true);
    expect(mayCommand(anybody, 'employment', own)).toBe(false);
    expect(mayCommand(anybody, 'people', { person: ben })).toBe(false);
    expect(mayCommand(anybody, 'framework', { person: ben, localities: [sussex] })).toBe(false);
  });

  it('keeps what belongs to nobody in particular to operators', () => {
    const operator = personActor(ana, [
      grantOf('operator', trust, { scope: { kind: 'deployment', id: trust } }),
    ]);
    expect(mayCommand(operator, 'employment', {})).toBe(true);
    expect(mayCommand(operator, 'employment', { organisations: [trust] })).toBe(false);
    expect(mayCommand(operator, 'employment', { person: ana })).toBe(false);
  });

  it('binds an integration client to its one organisation', () => {
    const client = clientActor(cleo, trust);
    expect(mayCommand(client, 'recruitment', { organisations: [trust] })).toBe(true);
    expect(mayCommand(client, 'recruitment', { organisations: [charity] })).toBe(false);
    expect(mayCommand(client, 'people', { person: cleo })).toBe(false);
    expect(mayCommand(client, 'boundaries', { organisations: [trust] })).toBe(false);
  });

  it('opens nothing to a client by the roles of people, nor to a person by that of clients', () => {
    const asLead = clientActor(cleo, trust, { grants: [grantOf('organisationLead', trust)] });
    const asClient = personActor(ana, [grantOf('integration', trust)]);
    expect(mayCommand(asLead, 'employment', { organisations: [trust] })).toBe(false);
    expect(mayCommand(asClient, 'employment', { organisations: [trust] })).toBe(false);
  });
});

describe('the time of a role', () => {
  const held = (from: string, to: string | null, today: string) =>
    mayCommand(personActor(ana, [grantOf('hr', trust, { from, to })], { today }), 'employment', {
      organisations: [trust],
    });

  it('opens on its first day and closes on the first day on which it no longer holds', () => {
    expect(held('2026-03-02', null, '2026-03-01')).toBe(false);
    expect(held('2026-03-02', null, '2026-03-02')).toBe(true);
    expect(held('2026-01-01', '2026-03-02', '2026-03-01')).toBe(true);
    expect(held('2026-01-01', '2026-03-02', '2026-03-02')).toBe(false);
  });
});

describe('reading a value', () => {
  it('shows a person all of their own', () => {
    const anybody = personActor(ana);
    expect(
      (['C0', 'C1', 'C2', 'C3', 'C4'] as const).map((c) => mayRead(anybody, c, { person: ana })),
    ).toEqual([true, true, true, true, true]);
  });

  it('shows lived experience to nobody but the person', () => {
    const about = { organisations: [trust], localities: [sussex], person: ben };
    for (const role of [
      'organisationLead',
      'hr',
      'supervisor',
      'auditor',
      'frameworkLead',
      'operator',
    ] as const)
      expect(
        mayRead(
          personActor(ana, [grantOf(role, role === 'frameworkLead' ? sussex : trust)], {
            assignedPeople: [ben],
          }),
          'C3',
          about,
        ),
      ).toBe(false);
  });

  it('shows an auditor employment and no names', () => {
    const auditor = personActor(ana, [grantOf('auditor', trust)]);
    expect(mayRead(auditor, 'C2', { organisations: [trust] })).toBe(true);
    expect(mayRead(auditor, 'C1', { organisations: [trust] })).toBe(false);
    expect(mayRead(auditor, 'C4', { organisations: [trust] })).toBe(false);
  });

  it('shows an operator nothing of anybody else', () => {
    const operator = personActor(ana, [grantOf('operator', trust)]);
    for (const dataClass of ['C1', 'C2', 'C3', 'C4'] as const)
      expect(mayRead(operator, dataClass, { organisations: [trust], person: ben })).toBe(false);
  });
});

describe('entering an area', () => {
  it('is open to whoever could act on anything in it', () => {
    expect(mayEnter(personActor(ana, [grantOf('hr', trust)]), 'employment')).toBe(true);
    expect(mayEnter(personActor(ana), 'boundaries')).toBe(true);
    expect(mayEnter(personActor(ana), 'employment')).toBe(false);
    expect(mayEnter(personActor(ana, [grantOf('supervisor', trust)]), 'supervision')).toBe(false);
    expect(mayEnter(clientActor(cleo, trust), 'boundaries')).toBe(false);
  });
});

describe('reading what another organisation shares by agreement', () => {
  const shared = (role: 'hr' | 'auditor') => ({
    id: sussex,
    role,
    through: { kind: 'organisation' as const, id: trust },
    organisation: charity,
    areas: ['training' as const],
    classes: ['C2' as const],
  });
  const reads = (held: 'hr' | 'auditor', through: 'hr' | 'auditor', area: 'training' | 'employment') =>
    mayRead(personActor(ana, [grantOf(held, trust)], { sharings: [shared(through)] }), 'C2', {
      organisations: [charity],
      area,
    });

  it('is for whoever holds the role that needs it, in the areas that are shared', () => {
    expect(reads('hr', 'hr', 'training')).toBe(true);
    expect(reads('hr', 'hr', 'employment')).toBe(false);
    expect(reads('auditor', 'hr', 'training')).toBe(false);
    expect(reads('auditor', 'auditor', 'training')).toBe(false);
  });
});
