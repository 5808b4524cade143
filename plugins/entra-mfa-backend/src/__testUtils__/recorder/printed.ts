const WIDTH = 120;

/** Puts as many parts into a line as it holds; one that has lines of its own stands alone. */
function inLines(parts: readonly string[], indent: string): string {
  const lines: string[] = [];
  parts.forEach((part, index) => {
    const last = lines.length - 1;
    const told = index < parts.length - 1 ? `${part},` : part;
    const joined = `${lines[last]} ${told}`;
    if (last >= 0 && !joined.includes('\n') && joined.length <= WIDTH) {
      lines[last] = joined;
    } else {
      lines.push(`${indent}${told}`);
    }
  });
  return lines.join('\n');
}

/** JSON whose lines are filled: a change shows where it is, and a long answer has few lines. */
export function printed(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  const isShort = flat.length + indent.length <= WIDTH;
  if (isShort || typeof value !== 'object' || value === null) {
    return flat;
  }
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    const parts = value.map(part => printed(part, inner));
    return `[\n${inLines(parts, inner)}\n${indent}]`;
  }
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${JSON.stringify(key)}: ${printed(part, inner)}`);
  return `{\n${inLines(parts, inner)}\n${indent}}`;
}
