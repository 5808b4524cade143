/**
 * Reads a `Retry-After` header: seconds, or an HTTP date. Source: RFC 9110, 10.2.3.
 *
 * @returns milliseconds from now, never negative; null where the header is missing or unreadable
 * @public
 */
export function retryAfter(header: string | null, now: Date): number | null {
  const value = header?.trim();
  if (!value) {
    return null;
  }
  if (/^\d+(\.\d+)?$/.test(value)) {
    return Math.ceil(Number(value) * 1000);
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
