import { z } from 'zod';

/**
 * A `DateTimeOffset` of Graph. Empty counts as none, as in documented samples; what cannot be read as
 * a date is refused, because it could not be stored.
 */
export const dateTime = z
  .string()
  .refine(
    text =>
      text === '' ||
      (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))),
  )
  .nullish();
