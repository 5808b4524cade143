import { z } from 'zod';

/** The names of a list, as Zod keeps them. @public */
export type Names<T extends readonly string[]> = { [Name in T[number]]: Name };

/**
 * `z.enum`, with a type that keeps the list. The compiler prints a union in whatever order it met
 * its members, so without this the report of the public API would change by itself.
 */
export function enumOf<const T extends readonly [string, ...string[]]>(
  values: T,
): z.ZodEnum<Names<T>> {
  return z.enum(values);
}
