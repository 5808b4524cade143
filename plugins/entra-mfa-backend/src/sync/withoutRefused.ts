import type { DataSetId } from '../collectors/types';
import type { Stand } from '../store/readStand';
import type { ReadResult } from './readAll';

/** Data sets of which an old version is worse than none: they say who is powerful, or leaves, now. */
const onlyWhileGiven: readonly DataSetId[] = [
  'role-assignments',
  'role-eligibility',
  'role-group-members',
  'feature-summary',
  'leave-dates',
];

/**
 * The stand without what the tenant no longer gives: what was read of roles before a permission or a
 * licence was lost is not known any more. What merely failed stays as it was read last.
 */
export function withoutRefused(stand: Stand, { missing }: ReadResult): Stand {
  const refused = new Set<string>(
    missing
      .filter(
        ({ collector, explanation }) =>
          onlyWhileGiven.includes(collector.id) &&
          (explanation.outcome === 'skipped' ||
            collector.optional === 'always'),
      )
      .map(({ collector }) => collector.id),
  );
  return {
    ...stand,
    dataSets: Object.fromEntries(
      Object.entries(stand.dataSets).filter(([id]) => !refused.has(id)),
    ),
  };
}
