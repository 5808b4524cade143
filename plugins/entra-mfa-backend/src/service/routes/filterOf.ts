import type { JsonObject } from '@backstage/types';
import type { z } from 'zod';

/** What was asked for, as far as anything was; for the audit. */
export function filterOf(query: object, filter: z.ZodObject): JsonObject {
  const given = Object.entries(query).filter(
    ([key, value]) => key in filter.shape && value !== undefined,
  );
  return Object.fromEntries(given) as JsonObject;
}
