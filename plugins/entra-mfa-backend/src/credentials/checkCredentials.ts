import { fail } from '../config/fail';
import type { EntraMfaConfig } from '../config/types';
import { readCertificate, refuseUntimely } from './Certificate';
import { CredentialFileError } from './CredentialFileError';

/**
 * That the certificates of all tenants can be used, while whoever configured them is there to see.
 *
 * @throws InputError with the path of the first wrong key and what it should be
 */
export async function checkCredentials(
  { tenants, connect }: Pick<EntraMfaConfig, 'tenants' | 'connect'>,
  now: Date,
): Promise<void> {
  const configured = tenants.map(
    ({ credential }, index) =>
      [`entraMfa.tenants[${index}]`, credential] as const,
  );
  for (const [path, credential] of [
    ...configured,
    ...(connect ? ([['entraMfa.connect', connect.credential]] as const) : []),
  ]) {
    if (credential.kind === 'certificate') {
      try {
        refuseUntimely(await readCertificate(credential), now);
      } catch (error) {
        if (error instanceof CredentialFileError) {
          fail(`${path}.${error.setting}`, error.should);
        }
        throw error;
      }
    }
  }
}
