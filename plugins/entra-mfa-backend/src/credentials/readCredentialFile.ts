import { readFile } from 'node:fs/promises';
import { CredentialFileError } from './CredentialFileError';

/**
 * Reads a file of a credential.
 *
 * @param setting - below the tenant, as `CredentialFileError` has it
 * @throws CredentialFileError
 */
export async function readCredentialFile(
  path: string,
  setting: string,
): Promise<string> {
  const text = await readFile(path, 'utf8').catch(
    ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      throw new CredentialFileError(
        setting,
        `should be a file that can be read (${code})`,
      );
    },
  );
  if (text.trim() === '') {
    throw new CredentialFileError(setting, 'should not be empty');
  }
  return text;
}
