import { z } from 'zod';
import { orNone } from './orNone';

/**
 * A `DateTimeOffset` of Graph. Empty counts as none, as in documented samples; so does what cannot be
 * read as a date, because it could not be stored.
 */
export const dateTime = orNone(
  z
    .string()
    .refine(
      text =>
        text === '' ||
        (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))),
    ),
);
