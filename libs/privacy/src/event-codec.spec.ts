import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isErased, isSealed, type AnyCatalogue, type SealedValue } from '@alongside/kernel';
import type { NewEvent, RecordedEvent } from '@alongside/event-store';
import {
  createEventCodec,
  masterKeyOf,
  openFileKeyStore,
  openMasterKey,
  type KeyStore,
} from '@alongside/privacy';

const person = '00000000-0000-5000-8000-00000000000a';
const organisation = '00000000-0000-5000-8000-00000000000b';
const catalogue = {
  PersonRegistered: {
    version: 2,
    subject: 'personId',
    open: ['personId', 'effectiveOn'],
    sealed: { story: 'C3', givenName: 'C1' },
    upcast: { 1: (data: Record<string, unknown>) => ({ ...data, arrivedAs: 'unknown' }) },
  },
} as unknown as AnyCatalogue;

const registered = (version = 2): NewEvent => ({
  id: '00000000-0000-5000-8000-000000000001',
  type: 'PersonRegistered',
  data: {
    personId: person,
    effectiveOn: '2025-01-01',
    givenName: 'Ada',
    story: 'my own words',
    note: 'by default',
  },
  metadata: {
    actor: person,
    organisation,
    locality: null,
    client: 'test',
    commandId: person,
    commandHash: '',
    correlation: person,
    causation: null,
    recordedAt: '2025-01-01T00:00:00.000Z',
    version,
  },
});
const recorded = (event: NewEvent, stream = `person-${person}`): RecordedEvent => ({
  ...event,
  stream,
  revision: 0,
  position: '1'.padStart(20, '0'),
});

describe('sealing personal values', () => {
  let folder: string;
  let keys: KeyStore;
  const master = masterKeyOf(randomBytes(32));
  const codecOver = (store: KeyStore) =>
    createEventCodec({ catalogues: [catalogue], keys: store, hashKey: master.derive('commands') });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-keys-'));
    keys = await openFileKeyStore(join(folder, 'keys'), master);
  });
  afterEach(async () => {
    await keys.close();
    await rm(folder, { recursive: true });
  });

  it('seals every field that is not marked as open', async () => {
    const { data } = await codecOver(keys).seal(registered(), `person-${person}`);
    expect(data['personId']).toBe(person);
    expect([data['givenName'], data['story'], data['note']].every(isSealed)).toBe(true);
    expect((data['story'] as unknown as SealedValue).class).toBe('C3');
    expect((data['note'] as unknown as SealedValue).class).toBe('C2');
    expect(JSON.stringify(data)).not.toMatch(/Ada|my own words|by default/);
  });
  it('says nothing by the length of what it seals', async () => {
    const codec = codecOver(keys);
    const lengths = await Promise.all(
      [true, false, 'for', 'against', 'a'.repeat(60)].map(async (story) => {
        const event = registered();
        const { data } = await codec.seal({ ...event, data: { ...event.data, story } }, `person-${person}`);
        return (data['story'] as unknown as SealedValue).box.length;
      }),
    );
    expect(new Set(lengths).size).toBe(1);
  });
  it('opens for read models what they may hold, and leaves lived experience sealed', async () => {
    const codec = codecOver(keys);
    const sealed = recorded(await codec.seal(registered(), `person-${person}`));
    const { data } = await codec.open(sealed);
    expect(data['givenName']).toBe('Ada');
    expect(isSealed(data['story'])).toBe(true);
    expect(await codec.openValue(data['story'] as unknown as SealedValue)).toBe('my own words');
    expect((await codec.openAll(sealed)).data['story']).toBe('my own words');
  });
  it('does not open a value that was moved to another stream or field', async () => {
    const codec = codecOver(keys);
    const sealed = await codec.seal(registered(), `person-${person}`);
    await expect(codec.openAll(recorded(sealed, `person-${organisation}`))).rejects.toThrow();
    const swapped = { ...sealed, data: { ...sealed.data, note: sealed.data['givenName']! } };
    await expect(codec.openAll(recorded(swapped))).rejects.toThrow();
  });
  it('knows an erased value as erased, here and in another process', async () => {
    const codec = codecOver(keys);
    const sealed = recorded(await codec.seal(registered(), `person-${person}`));
    expect(await keys.destroy(person)).toHaveLength(3);
    expect(isErased((await codec.openAll(sealed)).data['givenName'])).toBe(true);
    const elsewhere = await openFileKeyStore(join(folder, 'keys'), master);
    expect(isErased((await codecOver(elsewhere).openAll(sealed)).data['story'])).toBe(true);
    expect(await readFile(join(folder, 'keys'), 'utf8')).not.toContain('wrapped');
  });
  it('finds keys that another process made', async () => {
    const elsewhere = await openFileKeyStore(join(folder, 'keys'), master);
    const sealed = recorded(await codecOver(keys).seal(registered(), `person-${person}`));
    expect((await codecOver(elsewhere).openAll(sealed)).data['givenName']).toBe('Ada');
  });
  it('keeps all other keys when a crash cut a line short', async () => {
    const sealed = recorded(await codecOver(keys).seal(registered(), `person-${person}`));
    await appendFile(join(folder, 'keys'), '{"id":"half');
    const again = await openFileKeyStore(join(folder, 'keys'), master);
    await again.keyFor({ controller: organisation, subject: organisation, class: 'C2' });
    const third = await openFileKeyStore(join(folder, 'keys'), master);
    expect((await codecOver(third).openAll(sealed)).data['givenName']).toBe('Ada');
    expect(await third.health()).toMatchObject({ ok: false });
  });
  it('brings an older version up to date after opening it', async () => {
    const codec = codecOver(keys);
    const old = recorded(await codec.seal(registered(1), `person-${person}`));
    expect((await codec.open(old)).data).toMatchObject({ givenName: 'Ada', arrivedAs: 'unknown' });
  });
  it('hashes the same payload alike whatever the order of its fields', () => {
    const codec = codecOver(keys);
    expect(codec.hash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(codec.hash({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(codec.hash({ a: 1 })).not.toBe(codec.hash({ a: 2 }));
  });
});

describe('the master key', () => {
  it('never lies in a file in production', async () => {
    await expect(openMasterKey('/nowhere/master', { NODE_ENV: 'production' })).rejects.toThrow(
      'ALONGSIDE_MASTER_KEY',
    );
  });
  it('is the same at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-master-'));
    const first = await openMasterKey(join(folder, 'master'), {});
    const second = await openMasterKey(join(folder, 'master'), {});
    expect(second.derive('x')).toEqual(first.derive('x'));
    await rm(folder, { recursive: true });
  });
});
