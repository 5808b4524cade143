import type { CredentialWarning } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { CredentialConfig } from '../config/types';
import { readCertificate } from './Certificate';
import { CredentialFileError } from './CredentialFileError';

/** The narrowest first. */
const warnings: readonly CredentialWarning[] = [0, 3, 14, 30];

const DAY_MS = 24 * 3_600_000;

/** What is known of a credential's end. */
export interface CredentialEnd {
  /** Null where it does not end, or nobody knows. */
  endsAt: Date | null;
  /** Which warning is due; null while the end is far. */
  warning: CredentialWarning | null;
  /** Why the files that would tell cannot be used. */
  failure: CredentialFileError | null;
}

/** Reads when a credential ends, and which warning of that is due. */
export async function readCredentialEnd(
  credential: CredentialConfig,
  now: Date,
): Promise<CredentialEnd> {
  try {
    const endsAt = await endOf(credential);
    const warning = endsAt && warningOf(endsAt, now);
    return { endsAt, warning, failure: null };
  } catch (failure) {
    if (failure instanceof CredentialFileError) {
      return { endsAt: null, warning: null, failure };
    }
    throw failure;
  }
}

async function endOf(credential: CredentialConfig): Promise<Date | null> {
  switch (credential.kind) {
    case 'secret':
    case 'sealed-secret':
      return credential.endsAt;
    case 'certificate':
      return (await readCertificate(credential)).endsAt;
    default:
      return null;
  }
}

function warningOf(endsAt: Date, now: Date): CredentialWarning | null {
  const left = endsAt.getTime() - now.getTime();
  return warnings.find(days => left <= days * DAY_MS) ?? null;
}
