import {
  tierOfMethod,
  tiers,
  type Tier,
} from 'backstage-plugin-entra-mfa-common';

const rankOfTier = new Map<Tier, number>(tiers.map((tier, i) => [tier, i]));

/** Where a tier stands, weakest 0; -1 where none is known. */
export function tierRank(tier: Tier | null): number {
  return tier === null ? -1 : rankOfTier.get(tier) ?? -1;
}

/** Method names are an open list, so `constructor` must not find anything either. */
export function isKnownMethod(method: string): boolean {
  return Object.prototype.hasOwnProperty.call(tierOfMethod, method);
}

/** The tier of one method; `other` for a name that is not known. */
export function methodTier(method: string): Tier {
  return isKnownMethod(method) ? tierOfMethod[method] : 'other';
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
