import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Checks what a caller sent. A parameter that the contract does not know is wrong too: a filter with
 * a typing mistake must not list everybody.
 */
export function check<T>(schema: z.ZodObject, value: unknown): T {
  for (const [name, given] of Object.entries(value as object)) {
    if (holdsNull(given)) {
      throw new InputError(
        `Parameter '${name}' is wrong: it must not contain the character U+0000`,
      );
    }
  }
  const result = schema.strict().safeParse(value);
  if (result.success) {
    return result.data as T;
  }
  throw new InputError(
    result.error.issues.map(issue => tell(issue, schema)).join('; '),
  );
}

/** Checks the body of a request as `check` does; a route without one takes none. */
export function checkBody<T>(schema: z.ZodObject | null, value: unknown): T {
  if (schema === null) {
    return null as T;
  }
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) {
    throw new InputError(
      'The body of this request must be a JSON object, sent as application/json',
    );
  }
  return check<T>(schema, value);
}

/** PostgreSQL cannot hold the character in a text. */
function holdsNull(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(holdsNull)
    : String(value).includes('\0');
}

function tell(issue: z.core.$ZodIssue, schema: z.ZodObject): string {
  if (issue.code === 'unrecognized_keys') {
    return `Unknown parameter ${issue.keys
      .map(key => `'${key}'`)
      .join(', ')}: it may be ${
      Object.keys(schema.shape).join(', ') || 'none'
    }`;
  }
  const [name] = issue.path;
  if (name === 'at' || name === 'from' || name === 'to') {
    return `Parameter '${name}' must be a date such as 2026-11-21 or an instant such as 2026-11-21T08:00:00Z`;
  }
  return `Parameter '${String(name)}' is wrong: ${issue.message}`;
}
