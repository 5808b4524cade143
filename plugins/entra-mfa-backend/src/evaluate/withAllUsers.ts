/**
 * Lets a person who leads a team lead it by whichever of several User entities they use: each ref of a
 * user goes with the others of the same person. Lists stay sorted.
 *
 * @param leads - refs by team ref
 * @param several - the users of each person who has more than one
 */
export function withAllUsers(
  leads: ReadonlyMap<string, string[]>,
  several: Iterable<string[]>,
): Map<string, string[]> {
  const named = new Set([...leads.values()].flat());
  if (named.size === 0) {
    return new Map(leads);
  }
  const together = new Map<string, string[]>();
  for (const refs of several) {
    for (const ref of refs) {
      if (named.has(ref)) {
        together.set(ref, refs);
      }
    }
  }
  return new Map(
    [...leads].map(([team, refs]) => [
      team,
      [...new Set(refs.flatMap(ref => together.get(ref) ?? [ref]))].sort(),
    ]),
  );
}
