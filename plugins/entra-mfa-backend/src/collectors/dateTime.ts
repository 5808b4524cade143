import { z } from 'zod';
import { orNone } from './orNone';

/**
 * A `DateTimeOffset` of Graph. Empty counts as none, as in documented samples; so do a date before its
 * own time, by which Graph writes "never", and what cannot be read as a date, because it could not be
 * stored.
 */
export const dateTime = orNone(
  z
    .string()
    .refine(
      text =>
        text === '' ||
        (/^\d{4}-\d\d-\d\d/.test(text) &&
          text >= '1971' &&
          !Number.isNaN(Date.parse(text))),
    ),
);
