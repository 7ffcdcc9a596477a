import { describe, expect, it } from '@jest/globals';
import { clientActor, grantOf, personActor } from '@alongside/identity/testing';
import { uuid5 } from '@alongside/kernel';
import { groundsOf } from './grounds.js';

const [ann, ours, theirs] = ['ann', 'ours', 'theirs'].map((name) => uuid5(name)) as [string, string, string];
const aboutAnn = { person: ann, organisations: [ours] };

describe('the grounds of a reading', () => {
  it('are that it is one’s own before any role', () => {
    const own = personActor(ann, [grantOf('hr', ours)]);
    expect(groundsOf(own, 'C4', aboutAnn)).toEqual({
      basis: 'self',
      basisId: null,
      role: null,
      onBehalfOf: null,
      purpose: "all that is one's own",
    });
  });

  it('are a role in the organisation whose record it is, with the purpose of its rule', () => {
    expect(groundsOf(personActor(uuid5('hal'), [grantOf('hr', ours)]), 'C4', aboutAnn)).toEqual({
      basis: 'role',
      basisId: null,
      role: 'hr',
      onBehalfOf: ours,
      purpose: 'employment checks: the decision alone',
    });
  });

  it('are an assignment, or that it is a system of the organisation', () => {
    const supervisor = personActor(uuid5('sue'), [grantOf('supervisor', ours)], { assignedPeople: [ann] });
    expect(groundsOf(supervisor, 'C2', aboutAnn)).toMatchObject({ basis: 'assignment', onBehalfOf: ours });
    expect(groundsOf(clientActor(uuid5('hr-system'), ours), 'C2', aboutAnn)).toMatchObject({
      basis: 'integration',
      onBehalfOf: ours,
    });
  });

  it('are an agreement, by the grant that opens the area', () => {
    const through = { kind: 'organisation', id: ours } as const;
    const sharings = [
      { id: uuid5('grant'), role: 'hr', through, organisation: theirs, areas: ['training'], classes: ['C2'] },
    ] as const;
    const hr = personActor(uuid5('hal'), [grantOf('hr', ours)], { sharings });
    const target = { person: ann, organisations: [theirs] };
    expect(groundsOf(hr, 'C2', { ...target, area: 'training' })).toMatchObject({
      basis: 'agreement',
      basisId: uuid5('grant'),
      onBehalfOf: ours,
    });
    expect(groundsOf(hr, 'C2', { ...target, area: 'employment' })).toBeUndefined();
  });

  it('are an emergency, by the break-glass', () => {
    const operator = personActor(
      uuid5('ops'),
      [grantOf('operator', uuid5('all'), { scope: { kind: 'deployment', id: uuid5('all') } })],
      {
        brokenGlass: {
          id: uuid5('glass'),
          organisation: ours,
          person: ann,
          classes: ['C4'],
          until: '2026-03-02T12:00:00.000Z',
        },
      },
    );
    expect(groundsOf(operator, 'C4', aboutAnn)).toMatchObject({
      basis: 'breakGlass',
      basisId: uuid5('glass'),
      onBehalfOf: null,
    });
    expect(groundsOf(operator, 'C3', aboutAnn)).toBeUndefined();
  });

  it('are none where no rule lets the value be read', () => {
    expect(groundsOf(personActor(uuid5('hal'), [grantOf('hr', theirs)]), 'C4', aboutAnn)).toBeUndefined();
    expect(groundsOf(personActor(uuid5('hal'), [grantOf('hr', ours)]), 'C3', aboutAnn)).toBeUndefined();
  });
});
