import type {
  PeopleFilter,
  TierFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { foldText } from '../sql/foldText';
import { keyIn } from '../sql/keyIn';
import { inEntraGroup } from './entraGroups';
import { likePart } from './likePart';
import { allowedPeople, inTeams, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { withoutSignIn } from './readLastSignIn';
import { idsOfUsers } from './usersOfPeople';

const DAY = 86_400_000;

/** What people are filtered by. */
export type PeopleNarrowing = Omit<
  PeopleFilter,
  'sort' | 'order' | 'tenant' | 'at'
>;

/** Which people a list is of. */
export interface PeopleSelection {
  filter: PeopleNarrowing;
  /** When the snapshot was published: the age of accounts is told as of then. */
  publishedAt: Date;
  /** The version of the groups of the tenant that is asked; null where they are not known. */
  groupsVersion: number | null;
  /** Null where the caller may see everybody. */
  allowed: PersonCriteria | null;
}

/** The filter of a list of people as conditions on the table `p` (person). */
export function peopleConditions(
  knex: Knex,
  view: SnapshotView,
  { filter, publishedAt, groupsVersion, allowed }: PeopleSelection,
): Knex.QueryCallback {
  return query => {
    oneOf(query, 'p.state', filter.state);
    oneOf(query, 'p.reason', filter.reason);
    if (filter.tier && filter.tier.length > 0) {
      query.andWhere(ofTier(filter.tier));
    }
    oneOf(query, 'p.scope_class', filter.scopeClass);
    oneOf(query, 'p.scope_rule', filter.scopeRule);
    if (filter.mark) {
      listHolds(query, 'p.marks', filter.mark);
    }
    if (filter.method) {
      listHolds(query, 'p.methods', [filter.method]);
    }
    if (filter.privileged === true) {
      query.andWhere('p.privileged', true);
    } else if (filter.privileged === false) {
      // Null is "not known", which is not "no".
      query.andWhere('p.privileged', false);
    }
    if (filter.role && filter.role.length > 0) {
      query.andWhere(haveRole(knex, view, filter.role, filter.roleKind));
    }
    query.andWhere(ofAge(knex, filter, publishedAt));
    if (filter.noSignInDays !== undefined) {
      const since = new Date(publishedAt.getTime() - filter.noSignInDays * DAY);
      const day = since.toISOString().slice(0, 10);
      query.andWhere(withoutSignIn(knex, view.tenantId, day));
    }
    if (filter.inCatalog === true) {
      query.whereNotNull('p.entity_ref');
    } else if (filter.inCatalog === false) {
      query.whereNull('p.entity_ref');
    }
    if (filter.exception) {
      query.andWhere('p.exception_id', filter.exception.toLowerCase());
    }
    if (filter.entityRef) {
      const user = filter.entityRef.toLowerCase();
      query.whereIn(
        'p.object_id',
        idsOfUsers(knex, view, ref => keyIn(knex, ref, [user])),
      );
    }
    if (filter.team) {
      query.andWhere(
        inTeams(knex, view, {
          refs: [filter.team.toLowerCase()],
          includeSubTeams: filter.subTeams,
        }),
      );
    }
    if (filter.group && groupsVersion !== null) {
      const at = { view, version: groupsVersion };
      query.andWhere(inEntraGroup(knex, at, filter.group.toLowerCase()));
    }
    if (filter.q) {
      query.whereRaw(
        `p.search_text like ? escape '\\'`,
        likePart(foldText(filter.q)),
      );
    }
    if (allowed) {
      query.andWhere(allowedPeople(knex, view, allowed));
    }
  };
}

/** The condition that the account was made so many whole days before; true of everybody without a limit. */
export function ofAge(
  knex: Knex,
  {
    minAgeDays,
    maxAgeDays,
  }: Pick<PeopleNarrowing, 'minAgeDays' | 'maxAgeDays'>,
  publishedAt: Date,
): Knex.Raw {
  const daysBefore = (days: number) =>
    new Date(publishedAt.getTime() - days * DAY);
  const limits: [condition: string, date: Date][] = [];
  if (minAgeDays !== undefined) {
    limits.push(['p.created_at <= ?', daysBefore(minAgeDays)]);
  }
  if (maxAgeDays !== undefined) {
    limits.push(['p.created_at > ?', daysBefore(maxAgeDays + 1)]);
  }
  return knex.raw(
    ['1 = 1', ...limits.map(([condition]) => condition)].join(' and '),
    limits.map(([, date]) => date),
  );
}

/** No tier is that no report row is known. */
function ofTier(wanted: readonly TierFilter[]): Knex.QueryCallback {
  return query => {
    query.whereIn(
      'p.tier',
      wanted.filter(tier => tier !== 'no-row'),
    );
    if (wanted.includes('no-row')) {
      query.orWhereNull('p.tier');
    }
  };
}

/** The condition that a person holds one of the roles, or can activate one. */
function haveRole(
  knex: Knex,
  view: SnapshotView,
  roleIds: readonly string[],
  kind: PeopleFilter['roleKind'],
): Knex.QueryCallback {
  return query =>
    query.whereIn('p.object_id', holders => {
      holders
        .from({ r: 'person_role' })
        .select('r.object_id')
        .where(versionAt(view, 'r'))
        .andWhere(
          keyIn(
            knex,
            'r.role_id',
            roleIds.map(id => id.toLowerCase()),
          ),
        );
      if (kind) {
        holders.andWhere('r.kind', kind);
      }
    });
}

function oneOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (values && values.length > 0) {
    query.whereIn(column, values);
  }
}

/** Lists are stored as JSON, in which a value stands between quotation marks. */
function listHolds(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  query.andWhere(either => {
    for (const value of values) {
      either.orWhereRaw(`?? like ? escape '\\'`, [
        column,
        likePart(JSON.stringify(value)),
      ]);
    }
  });
}
