import type { Permission } from '@backstage/plugin-permission-common';
import type { Entry } from './Entry';

/** Every permission that a route or a part of its answer needs, each once. */
export function permissionsOf(entries: readonly Entry[]): Permission[] {
  const named = entries.flatMap(({ access, withheld }) => [
    ...access.anyOf,
    ...(access.given?.needs ? [access.given.needs] : []),
    ...(withheld ? [withheld] : []),
  ]);
  return [...new Set(named)];
}
