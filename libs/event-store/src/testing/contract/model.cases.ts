import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WrongExpectedRevision } from '../../errors.js';
import { BEGINNING, type EventStore, type ExpectedRevision, type NewEvent } from '../../port.js';
import { listen } from './listening.js';
import type { Subject } from './opened.js';
import { anAggregate, aStream, idsOf, settled, someEvents } from './samples.js';

type Step =
  | { readonly kind: 'append'; readonly stream: number; readonly count: number; readonly off: number }
  | { readonly kind: 'again'; readonly pick: number }
  | { readonly kind: 'truncate'; readonly stream: number; readonly back: number }
  | { readonly kind: 'delete'; readonly stream: number };

const stream = fc.nat({ max: 2 });
const append: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('append' as const),
  stream,
  count: fc.integer({ min: 1, max: 4 }),
  off: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
  ),
});
const again: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('again' as const),
  pick: fc.nat({ max: 50 }),
});
const truncate: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('truncate' as const),
  stream,
  back: fc.nat({ max: 3 }),
});
const remove: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('delete' as const), stream });

interface Kept {
  readonly name: string;
  readonly events: NewEvent[];
  /** First revision that readers see. */
  shown: number;
  deleted: boolean;
}

interface Made {
  readonly on: Kept;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly answer: unknown;
}

/** A log in memory beside the store: what either would answer, the other must. */
class Model {
  readonly log: NewEvent[] = [];
  readonly made: Made[] = [];
  readonly streams: readonly Kept[];

  constructor(aggregate: string) {
    this.streams = [0, 1, 2].map(() => ({ name: aStream(aggregate), events: [], shown: 0, deleted: false }));
  }

  async take(step: Step, store: EventStore): Promise<void> {
    if (step.kind === 'append') await this.append(step, store);
    else if (step.kind === 'again') await this.again(step.pick, store);
    else if (step.kind === 'truncate') await this.truncate(step, store);
    else await this.delete(step, store);
  }

  private async append({ stream: at, count, off }: Extract<Step, { kind: 'append' }>, store: EventStore) {
    const on = this.streams[at]!;
    const claimed = on.events.length - 1 + off;
    const expected: ExpectedRevision = claimed < 0 ? 'NoStream' : claimed;
    const events = someEvents(count);
    const outcome = await settled(store.append(on.name, expected, events));
    const right = claimed === on.events.length - 1 || (claimed < 0 && (on.deleted || on.events.length === 0));
    if (!right) return void expect(outcome).toBeInstanceOf(WrongExpectedRevision);
    expect(outcome).toMatchObject({ revision: on.events.length + count - 1 });
    if (on.deleted) Object.assign(on, { deleted: false, shown: on.events.length });
    if (expected !== 'NoStream' || on.events.length === 0)
      this.made.push({ on, expected, events, answer: outcome });
    on.events.push(...events);
    this.log.push(...events);
  }

  private async again(pick: number, store: EventStore) {
    const { on, expected, events, answer } = this.made[pick % Math.max(1, this.made.length)] ?? {};
    if (!on || expected === undefined || !events) return;
    expect(await store.append(on.name, expected, events)).toEqual(answer);
  }

  private async truncate({ stream: at, back }: Extract<Step, { kind: 'truncate' }>, store: EventStore) {
    const on = this.streams[at]!;
    const before = on.events.length - back;
    if (on.deleted || before <= on.shown) return;
    await store.truncate(on.name, before);
    on.shown = before;
  }

  private async delete({ stream: at }: Extract<Step, { kind: 'delete' }>, store: EventStore) {
    const on = this.streams[at]!;
    if (on.deleted || on.events.length === 0) return;
    await store.delete(on.name);
    Object.assign(on, { deleted: true, shown: on.events.length });
  }
}

const agree = async (aggregate: string, model: Model, store: EventStore): Promise<void> => {
  for (const { name, events, shown } of model.streams) {
    const visible = events.slice(shown);
    const recorded = await store.read(name);
    expect(idsOf(recorded)).toEqual(idsOf(visible));
    expect(recorded.map(({ revision }) => revision)).toEqual(visible.map((_, index) => shown + index));
    expect(await store.read(name, { direction: 'backwards' })).toEqual(recorded.toReversed());
  }
  const listening = listen(store, { after: BEGINNING, prefixes: [`${aggregate}-`] });
  await listening.until('all are delivered', () => listening.events().length >= model.log.length);
  await listening.untilCaughtUp(listening.events().at(-1)?.position ?? BEGINNING);
  await listening.stop();
  expect(idsOf(listening.events())).toEqual(idsOf(model.log));
};

const holdsFor = async (steps: readonly Step[], store: EventStore): Promise<void> => {
  const aggregate = anAggregate();
  const model = new Model(aggregate);
  for (const step of steps) await model.take(step, store);
  await agree(aggregate, model, store);
};

export const model = ({ store }: Subject): void => {
  describe('any sequence', () => {
    it('of appends, stale appends and repeated appends leaves what a log in memory would hold', async () => {
      const steps = fc.array(fc.oneof({ weight: 3, arbitrary: append }, { weight: 1, arbitrary: again }), {
        maxLength: 25,
      });
      await fc.assert(
        fc.asyncProperty(steps, (each) => holdsFor(each, store())),
        { numRuns: 30 },
      );
    });
    it('of appends, truncations and deletions leaves what a log in memory would hold', async () => {
      const steps = fc.array(
        fc.oneof(
          { weight: 5, arbitrary: append },
          { weight: 1, arbitrary: truncate },
          { weight: 1, arbitrary: remove },
        ),
        { maxLength: 20 },
      );
      await fc.assert(
        fc.asyncProperty(steps, (each) => holdsFor(each, store())),
        { numRuns: 30 },
      );
    });
  });
};
