import type { z } from 'zod';

/**
 * A value, or none. What is not as documented is none too: one odd row of a tenant says nothing about
 * all the others, and where the property decides, that person is not known (and in many rows, nothing is
 * believed).
 */
export function orNone<Value extends z.ZodType>(value: Value) {
  return value.nullish().catch(null);
}
