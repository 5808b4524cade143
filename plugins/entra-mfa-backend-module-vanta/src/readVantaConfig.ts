import type { Config } from '@backstage/config';
import { z } from 'zod';

const text = () => z.string({ error: 'should be a text' }).trim().min(1);

const client = { clientId: text(), clientSecret: text() };

const schema = z
  .object({
    tenantId: text(),
    apiUrl: text()
      .refine(isSafe, {
        error:
          'should be an address that begins with https://, or with http://localhost',
      })
      .default('https://api.vanta.com')
      .transform(url => url.replace(/\/+$/, '')),
    ...client,
    userAccountResourceId: text().optional(),
    undecided: z.enum(['null', 'omit']).default('null'),
    customResourceId: text().optional(),
    documents: z.object({ documentId: text(), ...client }).optional(),
  })
  .refine(one => one.userAccountResourceId ?? one.customResourceId, {
    error: 'should name userAccountResourceId, customResourceId or both',
  });

/** What is configured of Vanta. Secrets are never logged, stored or put into an error. */
export type VantaConfig = z.output<typeof schema>;

/**
 * Reads `entraMfa.sinks.vanta`; null where it is not there.
 *
 * @throws Error with the path of the first wrong key and what it should be
 */
export function readVantaConfig(root: Config): VantaConfig | null {
  const own = root.getOptional('entraMfa.sinks.vanta');
  if (own === undefined) return null;
  const { data, error } = schema.safeParse(own);
  if (error) {
    const [{ path, message }] = error.issues;
    throw new Error(
      `Configuration entraMfa.sinks.${['vanta', ...path].join('.')} ${message}`,
    );
  }
  return data;
}

function isSafe(address: string): boolean {
  return /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(address);
}
