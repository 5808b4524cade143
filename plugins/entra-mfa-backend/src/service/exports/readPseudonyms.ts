import { ServiceUnavailableError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import type { EntraMfaConfig } from '../../config/types';
import { Pseudonyms } from './Pseudonyms';

const LEAST_BYTES = 32;
const setting = 'entraMfa.exports.pseudonymKeyFile';

/** Reads the key at each export, so that another one counts at once; it is never kept or told. */
export async function readPseudonyms({
  pseudonymKeyFile: file,
}: EntraMfaConfig['exports']): Promise<Pseudonyms> {
  if (file === null) {
    throw unavailable(
      'has no key',
      `make one with \`openssl rand -hex ${LEAST_BYTES} > /path/to/key\` on the portal's machine and name the file in ${setting}`,
    );
  }
  let text: Buffer;
  try {
    text = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw unavailable(
      `cannot read its key, the file that ${setting} names (${code})`,
      code === 'ENOENT'
        ? `make it with \`openssl rand -hex ${LEAST_BYTES} > ${file}\` on the portal's machine`
        : "let the portal's process read it",
    );
  }
  const key = withoutLineEnd(text);
  if (key.length < LEAST_BYTES) {
    throw unavailable(
      `has a key that is too short, in the file that ${setting} names`,
      `it must have ${LEAST_BYTES} bytes at least; make another one with \`openssl rand -hex ${LEAST_BYTES} > ${file}\``,
    );
  }
  return new Pseudonyms(key);
}

/** An editor or `echo` ends the line; that is no part of the key. */
function withoutLineEnd(text: Buffer): Buffer {
  let { length } = text;
  while (
    length > 0 &&
    (text[length - 1] === 0x0a || text[length - 1] === 0x0d)
  ) {
    length -= 1;
  }
  return text.subarray(0, length);
}

function unavailable(what: string, action: string): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `The pseudonymous export ${what}: ${action}`,
  );
}
