import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The master key is not there, or not where it may be. Said to whoever starts the program. */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
}

/** Wraps data keys. Where it comes from is the deployment's choice; a key-management service fits behind this too. */
export interface MasterKey {
  readonly wrap: (key: Buffer) => Buffer;
  /** @throws where the wrapped key was made under another master key or was damaged */
  readonly unwrap: (wrapped: Buffer) => Buffer;
  /** A key for another purpose, derived: the same purpose gives the same key. 32 bytes. */
  readonly derive: (purpose: string) => Buffer;
}

// RFC 5649: AES key wrap with padding, and its fixed initial value.
const KEY_WRAP = 'id-aes256-wrap-pad';
const INITIAL_VALUE = Buffer.from('A65959A6', 'hex');

export const masterKeyOf = (secret: Buffer): MasterKey => {
  if (secret.length !== 32) throw new Error('The master key must be 32 bytes, given in base64.');
  return {
    wrap: (key) => {
      const cipher = createCipheriv(KEY_WRAP, secret, INITIAL_VALUE);
      return Buffer.concat([cipher.update(key), cipher.final()]);
    },
    unwrap: (wrapped) => {
      const decipher = createDecipheriv(KEY_WRAP, secret, INITIAL_VALUE);
      return Buffer.concat([decipher.update(wrapped), decipher.final()]);
    },
    derive: (purpose) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)),
  };
};

/**
 * The master key of a deployment: `ALONGSIDE_MASTER_KEY` where it is set, else, outside production, a file that is
 * made on first use and readable by its owner alone.
 * @throws MasterKeyMissing in production without the variable
 */
export const openMasterKey = async (
  file: string,
  environment: { readonly ALONGSIDE_MASTER_KEY?: string | undefined; readonly NODE_ENV?: string | undefined },
): Promise<MasterKey> => {
  const given = environment.ALONGSIDE_MASTER_KEY;
  if (given) return masterKeyOf(Buffer.from(given, 'base64'));
  if (environment.NODE_ENV === 'production')
    throw new MasterKeyMissing(
      'ALONGSIDE_MASTER_KEY is not set. In production the master key never lies in a file: set 32 random bytes in base64.',
    );
  return masterKeyOf(await readOrMake(file));
};

const readOrMake = async (file: string): Promise<Buffer> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      const secret = randomBytes(32);
      await handle.writeFile(secret.toString('base64'));
      await handle.sync();
      return secret;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await chmod(file, 0o600);
    return Buffer.from(await readFile(file, 'utf8'), 'base64');
  }
};
