/** A value that a bulk insert can carry. */
export type Value = string | number | boolean | Date | null;

/**
 * PostgreSQL's CSV format with control characters in place of comma and quote: they occur neither in
 * JSON nor in names, so that hardly a value needs quoting. Null is the unquoted empty value.
 */
export const COPY_OPTIONS = `(FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`;
export const DELIMITER = '\x02';

const QUOTE = '\x01';
// eslint-disable-next-line no-control-regex -- they are the format's own characters
const special = /[\x01\x02\r\n]/;

/** One value as COPY reads it. PostgreSQL cannot hold the character 0: it is left out. */
export function copyValue(value: Value): string {
  if (value === null) {
    return '';
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
  return text === '' || text === '\\.' || special.test(text)
    ? QUOTE + text.replaceAll(QUOTE, QUOTE + QUOTE) + QUOTE
    : text;
}
