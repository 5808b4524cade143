import { z } from 'zod';

/** A `DateTimeOffset` of Graph that must be there, as `toISOString` writes it, so that times sort as texts do. */
export const instant = z
  .string()
  .refine(
    text => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
  )
  .transform(text => new Date(text).toISOString());
