import type { Config } from '@backstage/config';
import { z } from 'zod';

const text = () => z.string({ error: 'should be a text' }).trim().min(1);
// A value of the environment is a text.
const id = () =>
  z.coerce.number({ error: 'should be a number' }).int().positive();

const schema = z.object({
  tenantId: text(),
  apiUrl: text()
    .refine(isSafe, {
      error:
        'should be an address that begins with https://, or with http://localhost',
    })
    .default('https://public-api.drata.com')
    .transform(url => url.replace(/\/+$/, '')),
  apiKey: text(),
  connectionId: id(),
  resourceId: id(),
  documents: z
    .object({
      workspaceId: id(),
      ownerId: id(),
      controlIds: z.array(id()).default([]),
    })
    .optional(),
});

/** What is configured of Drata. Secrets are never logged, stored or put into an error. */
export type DrataConfig = z.output<typeof schema>;

/**
 * Reads `entraMfa.sinks.drata`; null where it is not there.
 *
 * @throws Error with the path of the first wrong key and what it should be
 */
export function readDrataConfig(root: Config): DrataConfig | null {
  const own = root.getOptional('entraMfa.sinks.drata');
  if (own === undefined) return null;
  const { data, error } = schema.safeParse(own);
  if (error) {
    const [{ path, message }] = error.issues;
    throw new Error(
      `Configuration entraMfa.sinks.${['drata', ...path].join('.')} ${message}`,
    );
  }
  return data;
}

function isSafe(address: string): boolean {
  return /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(address);
}
