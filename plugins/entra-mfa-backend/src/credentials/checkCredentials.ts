import { fail } from '../config/fail';
import type { TenantConfig } from '../config/types';
import { readCertificate, refuseUntimely } from './Certificate';
import { CredentialFileError } from './CredentialFileError';

/**
 * That the certificates of all tenants can be used, while whoever configured them is there to see.
 *
 * @throws InputError with the path of the first wrong key and what it should be
 */
export async function checkCredentials(
  tenants: readonly TenantConfig[],
  now: Date,
): Promise<void> {
  for (const [index, { credential }] of tenants.entries()) {
    if (credential.kind === 'certificate') {
      try {
        refuseUntimely(await readCertificate(credential), now);
      } catch (error) {
        if (error instanceof CredentialFileError) {
          fail(`entraMfa.tenants[${index}].${error.setting}`, error.should);
        }
        throw error;
      }
    }
  }
}
