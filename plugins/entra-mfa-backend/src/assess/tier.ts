import {
  knownMethod,
  tierOfMethod,
  tiers,
  type Tier,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const rankOfTier = new Map<Tier, number>(tiers.map((tier, i) => [tier, i]));

/** Where a tier stands, weakest 0; -1 where none is known. */
export function tierRank(tier: Tier | null): number {
  return tier === null ? -1 : rankOfTier.get(tier) ?? -1;
}

/** Whether a name stands in the table of methods, whatever its case. */
export function isKnownMethod(name: string): boolean {
  return knownMethod(name) !== undefined;
}

/** The tier of one method; `other` for a name that is not known. */
export function methodTier(name: string): Tier {
  const known = knownMethod(name);
  return known === undefined ? 'other' : tierOfMethod[known];
}

/** Whether a method is among others, whatever the case of its name. */
export function hasMethod(methods: readonly string[], name: string): boolean {
  return methods.some(method => method.toLowerCase() === name.toLowerCase());
}

/** The one tier of a person: the highest among their methods; `none` without any. */
export function bestTier(methods: readonly string[]): Tier {
  let best: Tier = 'none';
  for (const method of methods) {
    const tier = methodTier(method);
    if (tierRank(tier) > tierRank(best)) {
      best = tier;
    }
  }
  return best;
}
