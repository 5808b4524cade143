/**
 * A team's own target as the catalog says it: a percentage with at most one decimal, per thousand.
 * Null for none, and for one that is no percentage: the configured target holds then.
 */
export function teamTarget(target: string | null): number | null {
  if (!target || !/^\d{1,3}(\.\d)?$/.test(target)) {
    return null;
  }
  const permille = Math.round(Number(target) * 10);
  return permille <= 1000 ? permille : null;
}
