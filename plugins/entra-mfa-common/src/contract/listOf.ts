import { z } from 'zod';

/** Values of a query, as a list or as one text with commas. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    value =>
      typeof value === 'string' ? value.split(',').filter(Boolean) : value,
    z.array(item).optional(),
  );
}
