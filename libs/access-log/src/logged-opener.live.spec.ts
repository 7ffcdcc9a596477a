import { describe, expect, it } from '@jest/globals';
import type { Act } from '@alongside/application';
import { grantOf, personActor } from '@alongside/identity/testing';
import { emptyScope } from '@alongside/postgres';
import { uuid5, type ErasedValue, type SealedValue } from '@alongside/kernel';
import { NotLogged, type AccessLog } from './access-log.js';
import type { AccessEntry } from './entry.js';
import { LoggedOpener, type About } from './logged-opener.js';

const [ann, ours] = [uuid5('ann'), uuid5('ours')];
const hr: Act = {
  actor: personActor(uuid5('hal'), [grantOf('hr', ours)]),
  scope: emptyScope,
  commandId: uuid5('act'),
  correlation: uuid5('correlation'),
};
const decision: About = { what: 'dbsDecision', class: 'C4', person: ann, organisation: ours };
const sealed = (box: string, dataClass: SealedValue['class'] = 'C4'): SealedValue => ({
  sealed: 1,
  class: dataClass,
  key: 'key',
  iv: 'iv',
  box,
});
const erased: ErasedValue = { erased: true, at: '2026-01-01T00:00:00.000Z' };

/** An opener that notes in which order it logged and opened. */
const opening = (failing = false) => {
  const order: string[] = [];
  const written: (readonly AccessEntry[])[] = [];
  const log = {
    write: async (_: unknown, entries: readonly AccessEntry[]) => {
      if (entries.length === 0) return;
      if (failing) throw new NotLogged();
      written.push(entries);
      order.push('logged');
    },
  } as unknown as AccessLog;
  const openValue = async ({ box }: SealedValue) => {
    order.push(`opened ${box}`);
    return box === 'gone' ? erased : `plain ${box}`;
  };
  return { order, written, opener: new LoggedOpener(log, { openValue }) };
};

describe('opening values', () => {
  it('writes down who reads them first, all at once', async () => {
    const { opener, order, written } = opening();
    const asked = ['one', 'two'].map((box) => ({ about: decision, value: sealed(box) }));
    expect(await opener.open(hr, asked)).toEqual(['plain one', 'plain two']);
    expect(order).toEqual(['logged', 'opened one', 'opened two']);
    expect(written).toEqual([
      [1, 2].map(() => ({
        class: 'C4',
        what: 'dbsDecision',
        person: ann,
        organisation: ours,
        basis: 'role',
        basisId: null,
        role: 'hr',
        onBehalfOf: ours,
        purpose: 'employment checks: the decision alone',
      })),
    ]);
  });

  it('opens nothing where that cannot be written', async () => {
    const { opener, order } = opening(true);
    await expect(opener.open(hr, [{ about: decision, value: sealed('one') }])).rejects.toThrow(NotLogged);
    expect(order).toEqual([]);
  });

  it('logs what is sensitive without being sealed, too', async () => {
    const { opener, written } = opening();
    expect(await opener.open(hr, [{ about: decision, value: '2026-01-05' }])).toEqual(['2026-01-05']);
    expect(written).toHaveLength(1);
  });

  it('goes by the class of the sealed value where it is called less than it is', async () => {
    const { opener, written } = opening();
    const about = { ...decision, class: 'C2' as const };
    expect(await opener.open(hr, [{ about, value: sealed('one', 'C4') }])).toEqual(['plain one']);
    expect(written.flat().map((entry) => entry.class)).toEqual(['C4']);
    expect(await opener.open(hr, [{ about, value: sealed('two', 'C3') }])).toEqual([null]);
  });

  it('logs no value of another class', async () => {
    const { opener, order } = opening();
    const about = { ...decision, class: 'C2' as const };
    expect(await opener.open(hr, [{ about, value: sealed('note', 'C2') }])).toEqual(['plain note']);
    expect(order).toEqual(['opened note']);
  });

  it('keeps shut what no rule opens, and logs nothing where there is nothing', async () => {
    const { opener, order } = opening();
    const stranger = { ...hr, actor: personActor(uuid5('sid'), [grantOf('hr', uuid5('theirs'))]) };
    expect(await opener.open(stranger, [{ about: decision, value: sealed('one') }])).toEqual([null]);
    expect(
      await opener.open(hr, [
        { about: decision, value: null },
        { about: decision, value: erased },
      ]),
    ).toEqual([null, erased]);
    expect(order).toEqual([]);
  });
});

describe('a value that opens when it is asked for', () => {
  it('is neither logged nor opened before', async () => {
    const { opener, order } = opening();
    const value = opener.whenAsked(hr, decision, sealed('one'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual([]);
    expect(await value).toBe('plain one');
    expect(await value).toBe('plain one');
    expect(order).toEqual(['logged', 'opened one']);
  });

  it('is logged together with those that are asked for at the same time', async () => {
    const { opener, written } = opening();
    const values = ['one', 'two', 'gone'].map((box) => opener.whenAsked(hr, decision, sealed(box)));
    expect(await Promise.all(values)).toEqual(['plain one', 'plain two', null]);
    expect(written.map((entries) => entries.length)).toEqual([3]);
  });

  it('fails each of them alone where that cannot be written', async () => {
    const { opener } = opening(true);
    const values = ['one', 'two'].map((box) => opener.whenAsked(hr, decision, sealed(box)));
    const outcomes = await Promise.allSettled(values);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
