import { describe, expect, it } from '@jest/globals';
import { uuid5, type Json, type SealedValue } from '@alongside/kernel';
import { toPosition, type EventCodec, type RecordedEvent } from '@alongside/event-store';
import { identityCodec } from '@alongside/event-store/testing';
import type { AnyProjection } from '../projection.js';
import { days, places, opened, placeId } from '../testing/toy.js';
import { preparing } from './prepared-event.js';

const sealedTitle: SealedValue = { sealed: 1, class: 'C2', key: 'k', iv: 'i', box: 'b' };
const event: RecordedEvent = {
  ...opened(1),
  stream: `place-${placeId(1)}`,
  revision: 0,
  position: toPosition(1),
};
const sealed = { ...event, data: { ...event.data, title: sealedTitle as unknown as Json } };
const history: AnyProjection = { ...days, name: 'history', sealed: true };
const codecThatOpens = (open: EventCodec['open']): EventCodec => ({ ...identityCodec, open });

describe('bringing events into the forms that projections want', () => {
  it('opens personal values for those who listen to them', async () => {
    const codec = codecThatOpens(async (found) => ({ ...found, data: { ...found.data, title: 'opened' } }));
    const [prepared] = await preparing(codec, [places])([sealed]);
    expect(prepared?.opened?.data).toMatchObject({ title: 'opened' });
    expect(prepared?.sealed).toBeUndefined();
  });
  it('opens nothing where nobody listens', async () => {
    const codec = codecThatOpens(() => Promise.reject(new Error('was opened')));
    const [prepared] = await preparing(codec, [places, history])([{ ...sealed, type: 'SomethingElse' }]);
    expect(prepared?.fault).toBeUndefined();
    expect(prepared?.opened).toBeUndefined();
  });
  it('keeps values sealed for those who ask for that, and says where they come from', async () => {
    const [prepared] = await preparing(identityCodec, [history])([sealed]);
    const of = JSON.stringify([sealed.stream, sealed.id, 'PlaceOpened', 1, 'title']);
    expect(prepared?.sealed?.data).toEqual({ ...sealed.data, title: { ...sealedTitle, of } });
  });
  it('carries the fault of an event that can never be read', async () => {
    const codec = codecThatOpens(() => Promise.reject(new Error('altered')));
    const [prepared] = await preparing(codec, [places])([sealed]);
    expect(prepared?.fault).toEqual(new Error('altered'));
  });
  it.each([
    Object.assign(new Error('no key store'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('too many connections'), { code: '53300' }),
    Object.assign(new Error('away'), { name: 'KeyStoreUnavailable' }),
  ])('waits rather than parks when it passes: %s', async (passing) => {
    const codec = codecThatOpens(() => Promise.reject(passing));
    await expect(preparing(codec, [places])([sealed])).rejects.toBe(passing);
  });
  it('gives events their place and metadata', async () => {
    const [prepared] = await preparing(identityCodec, [places])([event]);
    expect(prepared?.opened).toMatchObject({
      id: event.id,
      stream: event.stream,
      position: event.position,
      recordedAt: event.metadata.recordedAt,
      metadata: { organisation: uuid5('organisation') },
    });
  });
});
