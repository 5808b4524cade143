import {
  naturalOrders,
  type serviceSorts,
  type SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { keyIn } from '../../sql/keyIn';
import { searchedName, typedName } from '../../sql/sortName';
import { versionAt } from '../../asOf/versionAt';
import { likePart } from '../likePart';
import {
  countRows,
  readSortedPage,
  sortKey,
  type SortedPlace,
} from '../readSortedPage';
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
  /** Part of the title or ref, without regard to case and diacritics. */
  q?: string;
  sort: (typeof serviceSorts)[number];
  /** Without it, the natural one of the sort. */
  order?: SortOrder;
  /** They stand behind the others, whatever their figure: their place in the list would tell it. */
  hidden: HiddenOwners | null;
}

type ServiceSort = ServicesRequest['sort'];

const sortValues: Record<ServiceSort, string> = {
  uncovered: 'c.uncovered',
  // Where nobody counts there is none.
  coverage: `case when c.covered + c.uncovered = 0 then null
    else c.covered * 1000 / (c.covered + c.uncovered) end`,
  phoneOnly: 'c.phone_only',
  privileged: 'coalesce(c.privileged_uncovered, 0)',
  name: '0',
};

function orderOf({ sort, order }: ServicesRequest): SortOrder {
  return order ?? naturalOrders.services[sort];
}

/** The services of a request, on all pages. */
function servicesOf(
  knex: Knex,
  view: SnapshotView,
  request: ServicesRequest,
): Knex.QueryBuilder {
  const { reacher, q } = request;
  const services = serviceQuery(knex, view, reacher).select({
    ...serviceColumns(knex, reacher !== null),
    sort_key: sortKey(
      knex,
      { value: sortValues[request.sort], order: orderOf(request) },
      isHidden(knex, view, request),
    ),
  });
  for (const column of ['kind', 'lifecycle', 'tier'] as const) {
    const values = request[column];
    if (values && values.length > 0) {
      services.whereIn(`e.${column}`, values);
    }
  }
  if (q) {
    const part = likePart(typedName(q));
    services.andWhere(named =>
      named
        .whereRaw(`${searchedName('e.sort_name')} like ? escape '\\'`, part)
        .orWhereRaw(`e.entity_ref like ? escape '\\'`, part),
    );
  }
  return services;
}

/** A page of services, and where it ends when there are more. */
export async function readServices(
  knex: Knex,
  view: SnapshotView,
  request: ServicesRequest,
  page: { after: SortedPlace | null; limit: number },
): Promise<{ rows: ServiceRow[]; next: SortedPlace | null }> {
  return readSortedPage<ServiceRow & { sort_key: number }>(
    knex,
    servicesOf(knex, view, request),
    {
      columns: ['sort_key', 'sort_name', 'entity_ref'],
      names: request.sort === 'name' ? orderOf(request) : 'asc',
    },
    page,
  );
}

/** How many services a request finds. */
export async function countServicesOf(
  knex: Knex,
  view: SnapshotView,
  request: ServicesRequest,
): Promise<number> {
  return countRows(knex, servicesOf(knex, view, request));
}

function isHidden(
  knex: Knex,
  view: SnapshotView,
  { sort, hidden }: ServicesRequest,
): Knex.Raw | null {
  if (sort === 'name' || !hidden) {
    return null;
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
    '(c.covered + c.uncovered + c.unknown + c.exempt < ? or e.owner_set in ?)',
    [hidden.below, withHidden],
  );
}
