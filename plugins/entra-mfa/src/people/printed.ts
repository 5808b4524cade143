/** A raw value of a record as text: what Microsoft Graph sent, not a word of ours. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(printed).join(', ') || '[]';
  return JSON.stringify(value) ?? 'null';
}
