import type {
  EntraGroups,
  EntraGroupSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RuleSettings } from '../assess/types';
import {
  countEntraGroups,
  readEntraGroups,
  type EntraGroupCounts,
} from '../store/read/entraGroups';
import type { SortedPlace } from '../store/read/readSortedPage';
import { nextCursor, placeOfCursor } from './cursor';
import { entraGroupsAt } from './entraGroupsAt';
import { toCoverage, toSnapshotRef } from './figures';
import { readFreshness } from './readFreshness';
import type { QueryOf, ReadContext } from './types';

/** A page of the groups of the tenant. */
export async function getEntraGroups(
  context: ReadContext,
  query: QueryOf<'getEntraGroups'>,
): Promise<EntraGroups> {
  const { knex, config, snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const place = placeOfCursor(query, ['integer', 'text', 'text']);
  const asOf = { ...query, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
    const { stale } = await readFreshness(
      context,
      tenantId,
      found?.snapshot ?? null,
      query.at,
    );
    const at = found && entraGroupsAt(context, found);
    const settings: RuleSettings = found
      ? JSON.parse(found.snapshot.settings)
      : config.rules;
    const { targetPermille } = settings;
    const head = {
      snapshot: found && toSnapshotRef(found.snapshot),
      targetPermille,
    };
    if (!at) {
      return {
        ...head,
        status: config.entraGroups.read ? 'not-read' : 'off',
        items: [],
        ...(query.count && { totalItems: 0 }),
        pageInfo: { nextCursor: null },
      };
    }
    const filter = { ...query, targetPermille };
    const [{ rows, next }, totalItems] = await Promise.all([
      readEntraGroups(knex, at.view, filter, {
        after: place && (place.after as SortedPlace),
        limit: query.limit,
      }),
      query.count ? countEntraGroups(knex, at.view, query.q) : undefined,
    ]);
    return {
      ...head,
      status: 'read',
      items: rows.map(row => toSummary(row, targetPermille, stale)),
      ...(totalItems !== undefined && { totalItems }),
      pageInfo: { nextCursor: nextCursor(query, at.view.snapshot, next) },
    };
  });
}

function toSummary(
  { covered, uncovered, ...row }: EntraGroupCounts,
  targetPermille: number,
  stale: boolean,
): EntraGroupSummary {
  return {
    ...row,
    coverage: toCoverage({ covered, uncovered }, targetPermille, stale),
  };
}
