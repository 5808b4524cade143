import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../environment.mjs';

const heading = '## Install it in your portal';

/**
 * The blocks of code of how to install the plugins: `language`, `code`, and the `file` of the portal that the
 * first line names, where it does.
 */
export function readmeBlocks() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, after] = readme.split(`${heading}\n`);
  if (after === undefined) {
    throw new Error(`README.md has no "${heading}"`);
  }
  const section = after.split(/^## /m)[0];
  return [...section.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gms)].map(
    ([, indent, language, text]) => {
      const lines = text
        .split('\n')
        .map(line => line.slice(indent.length).trimEnd());
      const [, file] = /^(?:\/\/|#) (\S+)$/.exec(lines[0]) ?? [];
      const code = lines.slice(file ? 1 : 0).join('\n');
      return { language, file, code: code.trim() };
    },
  );
}
