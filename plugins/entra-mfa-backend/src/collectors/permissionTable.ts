import { addressOf } from './addressOf';
import type { Collector } from './types';

/**
 * The application permissions that data sets need, as a Markdown table: one row for each permission,
 * so that the documentation cannot say anything else than the code.
 */
export function permissionTable(collectors: readonly Collector[]): string {
  const permissions = new Map<string, Collector[]>();
  for (const collector of collectors) {
    if (collector.permission) {
      const needing = permissions.get(collector.permission) ?? [];
      permissions.set(collector.permission, [...needing, collector]);
    }
  }
  const rows = [...permissions].map(([permission, needing]) => [
    `\`${permission}\``,
    needing
      .map(one =>
        one.documentation
          ? `[\`${addressOf(one)}\`](${one.documentation})`
          : `\`${addressOf(one)}\``,
      )
      .join('<br>'),
    needing.map(({ why }) => why).join('.<br>'),
    licences(needing),
  ]);
  return [
    ['Application permission', 'Reads', 'Why', 'Licence'],
    ['---', '---', '---', '---'],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** One for all where all need the same, else one for each. */
function licences(needing: readonly Collector[]): string {
  const all = needing.map(({ licence }) => licence ?? 'none');
  return [...new Set(all)].length === 1 ? all[0] : all.join('<br>');
}
