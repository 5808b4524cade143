import type { AttackedApi } from '../AttackedApi';
import type { TenantMark } from '../world/marks';
import { marks } from '../world/marks';
import type {
  Overview,
  Person,
  RoleList,
  Teams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** All that one snapshot answers, without what depends on when it is asked. */
export interface Look {
  number: number;
  at: string;
  overview: Overview;
  teams: Teams['items'];
  people: Person[];
  roles: RoleList;
  unmatched: { kind: string; key: string; label: string }[];
}

/** What says how the figures stand today, not how they were. */
const ofToday = new Set([
  // With the name that it has by now.
  'tenant',
  'tenants',
  'rulesVersionToday',
  'hold',
  'freshness',
  'forecast',
  'series',
  'change30Days',
  'met',
  'pageInfo',
]);

/** An answer without what is of today. */
export function lasting(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    return answer.map(lasting);
  }
  if (typeof answer !== 'object' || answer === null) {
    return answer;
  }
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => !ofToday.has(name))
      .map(([name, value]) => [name, lasting(value)]),
  );
}

/** Where a replica answers, and for which tenant. */
export interface Viewpoint {
  api: AttackedApi;
  port: number;
  mark: TenantMark;
  /** The replica's time: it refuses to tell what is later. */
  now: number;
}

/**
 * Reads the newest snapshot, or one of the past. Null while none is published.
 *
 * @param at - the time of the past one
 */
export async function lookAt(
  { api, port, mark }: Viewpoint,
  at?: string,
): Promise<Look | null> {
  const query = `tenant=${marks[mark].tenantId}${at ? `&at=${at}` : ''}`;
  const read = async <Answer>(path: string) =>
    (await api.read(port, mark, path)) as Answer;
  const overview = await read<Overview>(`/overview?${query}`);
  if (!overview.snapshot) {
    return null;
  }
  const list = async <Item>(path: string) => {
    const items: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Item[]; pageInfo: { nextCursor: string | null } } =
        await read(
          `${path}&limit=50${
            cursor && `&cursor=${encodeURIComponent(cursor)}`
          }`,
        );
      items.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    }
    return items;
  };
  const people = await list<Person>(`/people?${query}&sort=name`);
  const teams = await list<Teams['items'][number]>(`/teams?${query}&sort=name`);
  const roles = await read<RoleList>(`/roles?${query}`);
  const unmatched = [
    ...(await list<Look['unmatched'][number]>(
      `/unmatched?${query}&kind=catalog-user`,
    )),
    ...(await list<Look['unmatched'][number]>(
      `/unmatched?${query}&kind=report-row`,
    )),
  ];
  return {
    number: overview.snapshot.number,
    at: overview.snapshot.at,
    overview,
    teams,
    people,
    roles,
    unmatched,
  };
}
