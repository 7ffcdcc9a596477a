import { createHash } from 'node:crypto';

/** A UUID in lower case. Streams, records and commands are named by these, never by anything personal. */
export type Uuid = string;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (text: unknown): text is Uuid => typeof text === 'string' && uuid.test(text);

/** The program's own namespace for ids derived from names. It never changes once events are stored. */
export const ALONGSIDE_NAMESPACE: Uuid = '8f4bb0a4-6d0f-5f0c-9b1e-6a1c51de0a11';

/** RFC 9562 version 5: the same namespace and name always give the same id. */
export const uuid5 = (name: string, namespace: Uuid = ALONGSIDE_NAMESPACE): Uuid => {
  const digest = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The id of a thing that a command makes: derived from the command, so that a retry finds the same stream. */
export const idMadeBy = (commandId: Uuid, kind: string): Uuid => uuid5(`${kind}:${commandId}`);
