import type { Entity } from '@backstage/catalog-model';

/** The label by which the catalog tells how a Group stands against its target. */
export const targetLabel = 'entra-mfa/target';
const coverageAnnotation = 'entra-mfa/coverage';

/** What the label says: see the catalog module. */
export const tagTargets = [
  'missed',
  'met',
  'stale',
  'hidden',
  'nobody',
] as const;

/** What a Group is tagged with. */
export interface TeamTag {
  /** `unknown` where it has no tag, or one that is not known here. */
  target: (typeof tagTargets)[number] | 'unknown';
  /** Such as `77.7 %`; null where no figure is told. */
  coverage: string | null;
}

/** What the catalog tells of a Group; nothing is asked of the backend. */
export function teamTag(group: Entity | undefined): TeamTag {
  const label = group?.metadata.labels?.[targetLabel];
  const target = tagTargets.find(one => one === label) ?? 'unknown';
  const coverage = group?.metadata.annotations?.[coverageAnnotation] ?? null;
  // What is hidden or of nobody is a word, whatever else is there.
  return target === 'met' || target === 'missed'
    ? { target, coverage }
    : { target, coverage: null };
}

/** Several teams as one: missed where one misses it, met where each meets it, and no figure: somebody may be in two. */
export function tagOfAll(tags: readonly TeamTag[]): TeamTag {
  const [first, ...others] = tags;
  if (first && others.length === 0) return first;
  const targets = new Set(tags.map(({ target }) => target));
  if (targets.has('missed')) return { target: 'missed', coverage: null };
  const [target = 'unknown'] = targets;
  return { target: targets.size === 1 ? target : 'unknown', coverage: null };
}
