/** A flag as either database gives it: SQLite gives 0 and 1. */
export function toBoolean(value: boolean | number | null): boolean | null {
  return value === null ? null : Boolean(value);
}
