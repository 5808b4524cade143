import { clientSecretSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { z } from 'zod';
import { oneOf, text } from './fields';
import type { CredentialConfig } from './types';

/** What the configuration can name: nobody can be signed in by it. */
export type ConfiguredCredential = Exclude<
  CredentialConfig,
  { kind: 'reader' | 'sealed-secret' }
>;

const kinds = [
  'clientSecret',
  'certificate',
  'federated',
  'managedIdentity',
] as const;

const file = (what: string) =>
  z
    .string({ error: `should be the path of ${what}` })
    .min(1, `should be the path of ${what}`);

/** A day, from whose beginning in UTC on it has ended, or a point in time. */
const end = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'should be a day, such as "2027-03-04", or a time with its zone',
  })
  .transform(value => new Date(value));

/** What of an item of `entraMfa.tenants` says with what the app signs in. */
export const credentialFields = {
  clientSecret: text().pipe(clientSecretSchema).optional(),
  expiresAt: end.optional(),
  certificate: z
    .object(
      {
        certificateFile: file('the certificate, in PEM'),
        privateKeyFile: file('its private key, in PEM'),
      },
      { error: 'should have certificateFile and privateKeyFile' },
    )
    .optional(),
  federated: z
    .object(
      { tokenFile: file('the assertion').optional() },
      { error: 'should be {}, or have tokenFile' },
    )
    .optional(),
  managedIdentity: oneOf(['systemAssigned', 'userAssigned']).optional(),
};

const fields = z.object(credentialFields);

/** The one credential of an item, or what it should be instead, and where. */
export function credentialOf(
  item: z.output<typeof fields>,
): ConfiguredCredential | { at: string | null; should: string } {
  const given = kinds.filter(kind => item[kind] !== undefined);
  if (given.length !== 1) {
    const should = `should have one of ${kinds.join(', ')}`;
    return {
      at: null,
      should: given.length
        ? `${should}, and has ${given.join(' and ')}`
        : should,
    };
  }
  const { clientSecret, certificate, federated, managedIdentity } = item;
  if (item.expiresAt !== undefined && clientSecret === undefined) {
    return {
      at: 'expiresAt',
      should:
        'should only stand beside clientSecret: of what else ends, the end is known',
    };
  }
  if (clientSecret !== undefined) {
    const endsAt = item.expiresAt ?? null;
    return { kind: 'secret', clientSecret, endsAt };
  }
  if (certificate) {
    return { kind: 'certificate', ...certificate };
  }
  if (managedIdentity) {
    return { kind: 'managed-identity', assigned: managedIdentity };
  }
  const tokenFile =
    federated?.tokenFile ?? process.env.AZURE_FEDERATED_TOKEN_FILE;
  return tokenFile
    ? { kind: 'federated', tokenFile }
    : {
        at: 'federated.tokenFile',
        should:
          'should be the path of the assertion: AZURE_FEDERATED_TOKEN_FILE, which else names it, is not set',
      };
}
