import { readFile } from 'node:fs/promises';
import { fail } from '../config/fail';
import type { ConnectConfig } from '../config/types';
import { FileKey } from './FileKey';

const BYTES = 32;

/**
 * The portal's keys: the one that seals, and after it the one before.
 *
 * @throws InputError with the setting of a file that holds no key, and what it should be
 */
export async function readFileKeys(
  connect: Pick<ConnectConfig, 'keyFile' | 'previousKeyFile'> | null,
): Promise<FileKey[]> {
  const keys: FileKey[] = [];
  for (const name of ['keyFile', 'previousKeyFile'] as const) {
    const path = connect?.[name] ?? null;
    if (path !== null) {
      keys.push(await readKey(path, `entraMfa.connect.${name}`));
    }
  }
  return keys;
}

async function readKey(path: string, setting: string): Promise<FileKey> {
  const text = await readFile(path, 'utf8').catch(
    ({ code = 'unknown' }: NodeJS.ErrnoException) =>
      fail(setting, `should be a file that can be read (${code})`),
  );
  const bytes = bytesOf(text.trim());
  if (bytes?.length !== BYTES) {
    return fail(
      setting,
      `should be a file with ${BYTES} random bytes, in hexadecimal or base64: make one with \`openssl rand -hex ${BYTES}\``,
    );
  }
  return new FileKey(bytes);
}

function bytesOf(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) {
    return Buffer.from(text, 'hex');
  }
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
}
