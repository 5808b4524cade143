/** A timestamp as either database gives it. */
export function toDate(value: Date | string | number): Date {
  return value instanceof Date ? value : new Date(value);
}

/** As {@link toDate}, where there may be none. */
export function toDateOrNull(
  value: Date | string | number | null,
): Date | null {
  return value === null ? null : toDate(value);
}
