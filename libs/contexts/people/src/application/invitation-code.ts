import { createHmac } from 'node:crypto';
import { isUuid, type Uuid } from '@alongside/kernel';

/** What an invited person is given: which invitation, and a secret of 128 bits that only they shall know. */
export interface InvitationCode {
  readonly invitationId: Uuid;
  readonly secret: string;
}

const SECRET_BYTES = 16;

// What a login's hash is made from begins with a digit, and so is never the same.
const keyed = (key: Uint8Array, purpose: string, text: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}:${text}`, 'utf8').digest();

/** The same command is told the same secret again, so that none need be kept. Nobody makes it without the key. */
export const secretMadeBy = (commandId: Uuid, key: Uint8Array): string =>
  keyed(key, 'invitation-secret', commandId).subarray(0, SECRET_BYTES).toString('base64url');

/** Keyed hash (HMAC-SHA-256, hex) by which the record knows a code. */
export const codeHashOf = ({ invitationId, secret }: InvitationCode, key: Uint8Array): string =>
  keyed(key, 'invitation-code', `${invitationId}:${secret}`).toString('hex');

/** As people copy it: `<id without dashes>.<base64url>`. */
export const writeCode = ({ invitationId, secret }: InvitationCode): string =>
  `${invitationId.replaceAll('-', '')}.${secret}`;

/** Undefined where the text is no code at all. White space around it is nobody's fault. */
export const readCode = (text: string): InvitationCode | undefined => {
  const [, hex, secret] = /^\s*([0-9a-f]{32})\.([\w-]{22})\s*$/.exec(text) ?? [];
  if (!hex || !secret) return undefined;
  const invitationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(invitationId) ? { invitationId, secret } : undefined;
};
