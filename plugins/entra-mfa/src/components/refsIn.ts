/** The refs that somebody typed; null where one is none. */
export function refsIn(text: string): string[] | null {
  const refs = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(ref => ref.toLowerCase());
  return refs.every(ref => /^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) ? refs : null;
}
