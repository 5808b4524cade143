import type { serviceSorts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { keyIn } from '../../sql/keyIn';
import { versionAt } from '../../asOf/versionAt';
import type { Reacher } from './reachOf';
import { serviceColumns, serviceQuery, type ServiceRow } from './serviceQuery';

/** Owners whose figures are not shown: see `hiddenOwners`. */
export interface HiddenOwners {
  /** Sets of fewer people in scope. */
  below: number;
  /** Refs of teams. */
  teams: ReadonlySet<string>;
  /** Keys of sets of several owners. */
  sets: ReadonlySet<string>;
}

export interface ServicesRequest {
  reacher: Reacher | null;
  kind?: readonly string[];
  lifecycle?: readonly string[];
  tier?: readonly string[];
  sort: (typeof serviceSorts)[number];
  /** They stand behind the others, whatever their figure: their place in the list would tell it. */
  hidden: HiddenOwners | null;
}

/** Where a page of services ends: the sort key, the name and the ref of its last one. */
export type ServicesPlace = [number, string, string];

/** Each sort as a number that grows; 2000 is behind all. */
const sortKeys: Record<ServicesRequest['sort'], string> = {
  uncovered: '-c.uncovered',
  // Lowest coverage first; where nobody counts there is none.
  coverage: `case when c.covered + c.uncovered = 0 then 1500
    else c.covered * 1000 / (c.covered + c.uncovered) end`,
  phoneOnly: '-c.phone_only',
  privileged: '-coalesce(c.privileged_uncovered, 0)',
  name: '0',
};

/** A page of services, and where it ends when there are more. */
export async function readServices(
  knex: Knex,
  view: SnapshotView,
  request: ServicesRequest,
  page: { after: ServicesPlace | null; limit: number },
): Promise<{ rows: ServiceRow[]; next: ServicesPlace | null }> {
  const { reacher } = request;
  const services = serviceQuery(knex, view, reacher).select({
    ...serviceColumns(knex, reacher !== null),
    sort_key: sortKey(knex, view, request),
  });
  for (const column of ['kind', 'lifecycle', 'tier'] as const) {
    const values = request[column];
    if (values && values.length > 0) {
      services.whereIn(`e.${column}`, values);
    }
  }

  const query = knex
    .from(services.as('x'))
    .select('*')
    .orderByRaw('?? asc, ?? asc, ?? asc', [
      'sort_key',
      'sort_name',
      'entity_ref',
    ])
    .limit(page.limit + 1);
  if (page.after) {
    query.whereRaw('(??, ??, ??) > (?, ?, ?)', [
      'sort_key',
      'sort_name',
      'entity_ref',
      ...page.after,
    ]);
  }
  const rows: (ServiceRow & { sort_key: number })[] = await query;
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown,
    next:
      rows.length > page.limit
        ? [last.sort_key, last.sort_name, last.entity_ref]
        : null,
  };
}

function sortKey(
  knex: Knex,
  view: SnapshotView,
  { sort, hidden }: ServicesRequest,
): Knex.Raw {
  const key = sortKeys[sort];
  if (sort === 'name' || !hidden) {
    return knex.raw(key);
  }
  const withHidden = knex({ s: 'owner_set' })
    .where(versionAt(view, 's'))
    .andWhere(owner =>
      owner
        .where('s.owner_ref', 'like', 'user:%')
        .orWhere(keyIn(knex, 's.owner_ref', [...hidden.teams]))
        .orWhere(keyIn(knex, 's.owner_set', [...hidden.sets])),
    )
    .select('s.owner_set');
  return knex.raw(
    `case when c.covered + c.uncovered + c.unknown + c.exempt < ?
      or e.owner_set in ? then 2000 else ${key} end`,
    [hidden.below, withHidden],
  );
}
