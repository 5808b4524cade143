import {
  changeKinds,
  type Changes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** How many people changed in one of the ways that an address asks for; null where that is hidden. */
export function countOfKinds(
  counts: Changes['counts'],
  kinds: string | undefined,
): number | null {
  const asked = kinds?.split(',') ?? changeKinds;
  return (
    counts &&
    changeKinds
      .filter(kind => asked.includes(kind))
      .reduce((sum, kind) => sum + counts[kind], 0)
  );
}
