import { describe, expect, it } from '@jest/globals';
import type { BrokenGlass, Sharing } from '@alongside/identity';
import { grantOf, personActor } from '@alongside/identity/testing';
import { uuid5, type Uuid } from '@alongside/kernel';
import { readsToLog, type Answered } from './sensitive-reads.js';

const id = (name: string): Uuid => uuid5(name);
const [ann, bea, ours, theirs, elsewhere] = ['ann', 'bea', 'ours', 'theirs', 'elsewhere'].map(id) as [
  Uuid,
  Uuid,
  Uuid,
  Uuid,
  Uuid,
];

const sharing: Sharing = {
  id: id('grant'),
  role: 'hr',
  through: { kind: 'organisation', id: ours },
  organisation: theirs,
  areas: ['training'],
  classes: ['C1', 'C2'],
};
const planning: Sharing = { ...sharing, id: id('other grant'), areas: ['employment'] };
const glass: BrokenGlass = {
  id: id('glass'),
  organisation: theirs,
  person: null,
  classes: ['C3', 'C2'],
  until: '2026-03-02T12:00:00.000Z',
};
const hr = (sharings: readonly Sharing[] = [sharing]) =>
  personActor(id('hal'), [grantOf('hr', ours)], { sharings });
const operator = (brokenGlass: BrokenGlass) =>
  personActor(id('ops'), [grantOf('operator', id('all'))], { brokenGlass });
const answered = (...mentions: Answered['mentions']): Answered => ({
  field: 'trainingRecord',
  areas: ['training'],
  mentions,
});

describe('reading through an agreement', () => {
  it('is logged as learning that somebody is a peer worker', () => {
    expect(readsToLog(hr(), answered({ person: ann, organisations: [theirs] }))).toEqual([
      {
        class: 'C3',
        what: 'peerWorkerStatus',
        person: ann,
        organisation: theirs,
        role: 'hr',
        onBehalfOf: ours,
        purpose: 'recognising training',
        basis: 'agreement',
        basisId: sharing.id,
      },
    ]);
  });

  it('names the agreement that opens what was answered, of several with the same organisation', () => {
    const mention = { person: ann, organisations: [theirs] };
    const named = (areas: Answered['areas']) =>
      readsToLog(hr([sharing, planning]), { ...answered(mention), areas }).map(({ basisId, purpose }) => [
        basisId,
        purpose,
      ]);
    expect(named(['employment'])).toEqual([[planning.id, 'planning the workforce']]);
    expect(named(['training'])).toEqual([[sharing.id, 'recognising training']]);
    expect(named(['people'])).toEqual([[sharing.id, 'recognising training']]);
  });

  it('is not logged of what is one’s own organisation’s too, of oneself, or of what no agreement opened', () => {
    for (const mention of [
      { person: ann, organisations: [theirs, ours] },
      { person: id('hal'), organisations: [theirs] },
      { person: ann, organisations: [elsewhere] },
      { person: ann, organisations: [] },
    ])
      expect(readsToLog(hr(), answered(mention))).toEqual([]);
  });

  it('is logged also where the reader holds a role there that does not open it, and not of whom they supervise', () => {
    const supervising = (assignedPeople: readonly Uuid[]) =>
      personActor(id('hal'), [grantOf('hr', ours), grantOf('supervisor', theirs)], {
        sharings: [sharing],
        assignedPeople,
      });
    const mention = answered({ person: ann, organisations: [theirs] });
    expect(readsToLog(supervising([bea]), mention)).toMatchObject([{ person: ann, basis: 'agreement' }]);
    expect(readsToLog(supervising([ann]), mention)).toEqual([]);
  });

  it('is not on behalf of any organisation where a locality receives', () => {
    const lead = personActor(id('lead'), [grantOf('frameworkLead', id('weald'))], {
      sharings: [{ ...sharing, role: 'frameworkLead', through: { kind: 'locality', id: id('weald') } }],
    });
    expect(readsToLog(lead, answered({ person: ann, organisations: [theirs] }))).toMatchObject([
      { role: 'frameworkLead', onBehalfOf: null },
    ]);
  });
});

describe('reading in an emergency', () => {
  it('is logged of everybody in the answer, in the highest class that was opened', () => {
    const everybody = answered(
      { person: ann, organisations: [theirs] },
      { person: ann, organisations: [] },
      { person: bea, organisations: [elsewhere] },
    );
    const common = {
      class: 'C3',
      what: 'trainingRecord',
      organisation: theirs,
      role: 'operator',
      onBehalfOf: null,
      purpose: 'an emergency that a second person agreed to',
      basis: 'breakGlass',
      basisId: glass.id,
    };
    expect(readsToLog(operator(glass), everybody)).toEqual([
      { ...common, person: ann },
      { ...common, person: bea },
    ]);
  });

  it('is logged also where the answer names nobody: as of whom it was opened for, if that is one person', () => {
    expect(readsToLog(operator(glass), answered())).toMatchObject([{ person: null }]);
    expect(readsToLog(operator({ ...glass, person: bea }), answered())).toMatchObject([{ person: bea }]);
  });
});

it('is nothing to log by one’s own roles', () => {
  expect(readsToLog(hr([]), answered({ person: ann, organisations: [ours, theirs] }))).toEqual([]);
});
