import { z } from 'zod';
import { instantSchema } from './shared';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How values of secrets begin that Microsoft Entra makes: three characters, a digit, and `Q~`. */
const beginning = /^[\w.~-]{3}\dQ~/;

/** At the least, with what comes before it. */
const LENGTH = 37;

/**
 * The value of a client secret, as it is pasted. What is wrong with it is said without the value.
 *
 * @public
 */
export const clientSecretSchema = z
  .string()
  .trim()
  .min(1, 'should be a string that is not empty')
  .max(1_000, 'should be the value of a secret, which is shorter')
  .refine(secret => !guid.test(secret), {
    error:
      'this is the id of the secret: use its value, which the Azure portal shows once, when the secret is made',
  })
  .refine(secret => !/\s/.test(secret), {
    error: 'there is a blank or a new line in it: copy the value anew',
  })
  .refine(secret => !beginning.test(secret) || secret.length >= LENGTH, {
    error: 'the end of it is missing: copy the whole value',
  });

/** When a secret ends: a day, from whose beginning in UTC on it has ended, or a point in time. @public */
export const secretEndSchema = z.union([z.iso.date(), instantSchema]);
