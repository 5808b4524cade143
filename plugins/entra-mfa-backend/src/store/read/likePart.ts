/** A pattern of LIKE for a part of a text, for use with `escape '\'`. */
export function likePart(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
