import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { DataClass, ErasedValue, Json, SealedValue } from '@alongside/kernel';
import type { DataKey } from './key-store.js';

/** Where a sealed value stands: bound into it, so that it opens nowhere else. */
export interface Place {
  readonly stream: string;
  readonly eventId: string;
  readonly type: string;
  readonly version: number;
  readonly field: string;
}

/** One text for one place. */
export const placeText = ({ stream, eventId, type, version, field }: Place): string =>
  JSON.stringify([stream, eventId, type, version, field]);

const CIPHER = 'aes-256-gcm';
// Fixed: Node 20 would otherwise take a tag of four bytes for a good one.
const TAG = { authTagLength: 16 } as const;

// The length of a box must not tell "for" from "against": JSON takes spaces behind it.
const PADDED_TO = 64;
const padded = (json: string): string => {
  const length = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(length / PADDED_TO) * PADDED_TO - length);
};

/** AES-256-GCM over the value's padded JSON, bound to its place and its key's id. */
export const sealValue = (
  value: unknown,
  dataClass: DataClass,
  { id, key }: DataKey,
  place: string,
): SealedValue => {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, iv, TAG).setAAD(Buffer.from(place + id));
  const box = Buffer.concat([
    cipher.update(padded(JSON.stringify(value)), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    sealed: 1,
    class: dataClass,
    key: id,
    iv: iv.toString('base64url'),
    box: box.toString('base64url'),
  };
};

/** @throws where the value was moved, altered, or sealed with another key */
export const openValue = ({ iv, box }: SealedValue, { id, key }: DataKey, place: string): Json => {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), TAG)
    .setAAD(Buffer.from(place + id))
    .setAuthTag(bytes.subarray(-16));
  return JSON.parse(
    Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'),
  ) as Json;
};

export const erasedAt = (at: string): ErasedValue => ({ erased: true, at });

/** HMAC-SHA-256 in hex. */
export const keyedHash = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');
