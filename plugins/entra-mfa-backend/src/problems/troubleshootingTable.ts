import type { ProblemKind } from './types';

/** A text with values, as it stands in the documentation. */
const shown = (text: string) =>
  text.replace(/\{\w+\?\}/g, '').replace(/\{\w+\}/g, '…');

/**
 * Kinds of problems as a Markdown table, so that the documentation cannot say anything else than the
 * code.
 */
export function troubleshootingTable(kinds: readonly ProblemKind[]): string {
  const rows = kinds.map(kind => [
    `"${shown(kind.message)}"`,
    `\`${kind.code}\``,
    fromMicrosoft(kind),
    [shown(kind.action), kind.more].filter(Boolean).join(' '),
  ]);
  return [
    ['What you see', '`code`', 'From Microsoft', 'What to do'],
    ['---', '---', '---', '---'],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function fromMicrosoft({ signIn = [], graph = [] }: ProblemKind): string {
  return [...signIn.map(number => `AADSTS${number}`), ...graph].join('<br>');
}
