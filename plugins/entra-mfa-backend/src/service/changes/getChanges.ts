import {
  changeKinds,
  type Change,
  type Changes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  allowedChanges,
  changesOf,
  type Ends,
} from '../../store/read/changes/changeConditions';
import { countChanges } from '../../store/read/changes/countChanges';
import type { ChangeRange } from '../../store/read/changes/netChanges';
import {
  readChanges,
  type ChangePlace,
} from '../../store/read/changes/readChanges';
import { isSmall } from '../../assess/smallTeams';
import { seesWholeTeam } from '../../store/read/readTeamVisibility';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import { nextCursor, placeOfCursor } from '../cursor';
import { toSnapshotRef } from '../figures';
import { timeOf } from '../timeOf';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { findBeginning } from './findEnds';
import { kindsOf, type Kinds } from './kindsOf';
import { transitionsOfPage } from './transitionsOfPage';
import { toChanges } from './toChanges';

type Query = QueryOf<'getChanges'>;

/** What reading changes needs. */
export type ChangesContext = Pick<
  ReadContext,
  'knex' | 'clock' | 'snapshots' | 'config'
>;

/** What changed between two dates: everybody is counted, and whom the caller may see is listed. */
export async function getChanges(
  context: ChangesContext,
  query: Query,
  access: PeopleAccess,
): Promise<Changes> {
  const { knex, clock, snapshots } = context;
  if (query.to !== undefined) {
    timeOf(query.to, clock.now(), 'to');
  }
  const place = placeOfCursor(query, ['integer', 'rank', 'integer', 'text']);
  const { tenant, to } = query;
  const asOf = { tenant, at: to, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
    if (!found) {
      return nothing(access);
    }
    const [pinned, ...after] = place?.after ?? [];
    const beginning = await findBeginning(context, found, {
      from: query.from,
      snapshot: pinned as number | undefined,
    });
    const { tenantId, snapshot: upTo } = found.view;
    const from = beginning.snapshot.number;
    const ends: Ends = {
      from: { tenantId, snapshot: from, newest: false },
      to: found.view,
    };
    const range: ChangeRange = { tenantId, after: from, upTo };
    const people = changesOf(knex, ends, {
      team:
        query.team === undefined
          ? undefined
          : {
              ref: query.team.toLowerCase(),
              includeSubTeams: query.subTeams,
            },
      objectId: query.person?.toLowerCase(),
    });
    const kinds = kindsOf(await countChanges(knex, range, people));
    const page =
      access.kind === 'none'
        ? { rows: [], next: null }
        : await readChanges(knex, range, {
            listed: transitionsOfPage(
              listedOf(kinds, query),
              access.kind === 'all' ? query.limit : Infinity,
              place ? Number(after[0]) : null,
            ),
            people,
            allowed:
              access.kind === 'some'
                ? allowedChanges(knex, ends, access.criteria)
                : null,
            after: place && (after as ChangePlace),
            limit: query.limit,
          });
    const items = await toChanges(knex, ends, page.rows);
    return {
      from: toSnapshotRef(beginning.snapshot),
      to: toSnapshotRef(found.snapshot),
      sinceBeginning: beginning.sinceBeginning,
      ...((await isHidden(context, ends, query, access, kinds.people))
        ? { people: null, counts: null }
        : countsFor(query, kinds, items)),
      items,
      visibility: access.kind,
      pageInfo: {
        nextCursor: nextCursor(query, upTo, page.next && [from, ...page.next]),
      },
    };
  });
}

/**
 * Whether the team was or is so small, or so few people changed, that the counts are for who may see the
 * names.
 */
async function isHidden(
  context: ChangesContext,
  ends: Ends,
  { team, subTeams, person }: Query,
  access: PeopleAccess,
  changed: number,
): Promise<boolean> {
  const { knex, config } = context;
  // Of one person, only what the caller may see is counted.
  const isFew =
    person === undefined && isSmall(changed, config.smallTeams.hideBelow);
  if (access.kind === 'all') {
    return false;
  }
  if (team === undefined) {
    return isFew;
  }
  const ref = team.toLowerCase();
  if (isFew) {
    if (access.kind === 'none') {
      return true;
    }
    for (const view of [ends.from, ends.to]) {
      if (!(await seesWholeTeam(knex, view, ref, access.criteria))) {
        return true;
      }
    }
  }
  const hidden = await Promise.all(
    [ends.from, ends.to].map(view => hiddenFrom(context, view, access)),
  );
  // The own members of a team that is hidden are hidden with it, also where it has no sub-teams.
  return hidden.some(
    ({ teams, own }) => teams.has(ref) || (!subTeams && own.has(ref)),
  );
}

/** The transitions of the kinds that are asked for. */
function listedOf({ transitions }: Kinds, query: Query): Kinds['transitions'] {
  const kinds = query.kind ?? [];
  return kinds.length > 0
    ? transitions.filter(({ kind }) => kinds.includes(kind))
    : transitions;
}

/** Of one person, only what the caller may see of them is counted. */
function countsFor(
  query: Query,
  { people, counts }: Kinds,
  items: Change[],
): Pick<Kinds, 'people' | 'counts'> {
  if (query.person === undefined) {
    return { people, counts };
  }
  const seen = noCounts();
  for (const { kind } of items) {
    seen[kind] += 1;
  }
  return { people: items.length, counts: seen };
}

function noCounts(): Kinds['counts'] {
  return Object.fromEntries(
    changeKinds.map(kind => [kind, 0]),
  ) as Kinds['counts'];
}

function nothing(access: PeopleAccess): Changes {
  return {
    from: null,
    to: null,
    sinceBeginning: false,
    people: 0,
    counts: noCounts(),
    items: [],
    visibility: access.kind,
    pageInfo: { nextCursor: null },
  };
}
