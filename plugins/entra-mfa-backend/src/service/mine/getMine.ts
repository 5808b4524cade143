import type {
  Mine,
  Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf, daysBetween } from '../../assess/exceptions/days';
import { countWaiting } from '../../store/exceptions/countWaiting';
import { countGiven } from '../../store/reviews/countReviewers';
import { readReviewsToDecide } from '../../store/reviews/readReviews';
import { getBreakGlass } from '../breakGlass/getBreakGlass';
import { getPeople } from '../getPeople';
import { getTeams } from '../getTeams';
import { toSnapshotRef } from '../figures';
import { reviewView } from '../reviews/reviewView';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';

/** More teams than anybody leads by themselves. */
const MOST_TEAMS = 50;

/** Who asks for what is theirs. */
export interface Asker {
  people: PeopleAccess;
  /** Null for a service. */
  userRef: string | null;
  /** The user, and the groups that they are in. */
  refs: readonly string[];
  /** Whether they decide about exceptions. */
  decides: boolean;
}

/** What is the caller's own: their state, the teams that they lead, and what waits for them. */
export async function getMine(
  context: ReadContext,
  query: QueryOf<'getMine'>,
  asker: Asker,
): Promise<Mine> {
  const { tenant, at } = query;
  const { people, refs } = asker;
  const asked = await context.snapshots.tenantOf(tenant);
  // Of one that is disconnected, nothing waits for anybody.
  const isNow =
    at === undefined && !(await context.snapshots.disconnectedAt(asked));
  const [found, led, me, requests, reviews, breakGlass] = await Promise.all([
    context.snapshots.read(query, async one => one && one.snapshot),
    refs.length > 0
      ? getTeams(
          context,
          {
            tenant,
            at,
            leads: refs,
            sort: 'short',
            limit: MOST_TEAMS,
            count: false,
          },
          people,
        )
      : null,
    isNow ? findMe(context, tenant, asker) : null,
    isNow ? requestsFor(context, tenant, asker) : null,
    isNow ? reviewsFor(context, tenant, asker) : [],
    isNow && people.kind === 'all'
      ? getBreakGlass(context, { tenant }, 'hidden')
      : null,
  ]);
  return {
    snapshot: found && toSnapshotRef(found),
    visibility: people.kind,
    me,
    targetDate: context.config.targetDate,
    teams: led?.items ?? [],
    hideBelow: context.config.smallTeams.hideBelow,
    requests,
    reviews,
    breakGlass: breakGlass && {
      configured: breakGlass.configured,
      findings: breakGlass.findings,
    },
  };
}

/** The caller in the tenant that is asked for; else in the first other one that knows them. */
async function findMe(
  context: ReadContext,
  asked: string | undefined,
  { people, userRef }: Asker,
): Promise<Mine['me']> {
  if (userRef === null || people.kind === 'none') {
    return null;
  }
  const first = await context.snapshots.tenantOf(asked);
  const ids = context.config.tenants.map(({ tenantId }) => tenantId);
  for (const tenant of new Set([first, ...ids])) {
    if (tenant !== null) {
      const { items, tenant: of } = await getPeople(
        context,
        mineIn(tenant, userRef),
        people,
      );
      const person: Person | undefined = items[0];
      if (person && of) {
        return { person, tenant: of };
      }
    }
  }
  return null;
}

function mineIn(tenant: string, entityRef: string): QueryOf<'getPeople'> {
  return {
    tenant,
    entityRef,
    subTeams: true,
    sort: 'name',
    limit: 1,
    count: false,
    facets: false,
  };
}

async function requestsFor(
  { knex, clock, snapshots }: ReadContext,
  tenant: string | undefined,
  { decides, userRef }: Asker,
): Promise<number | null> {
  const tenantId = await snapshots.tenantOf(tenant);
  return decides && tenantId !== null
    ? countWaiting(knex, { tenantId, but: userRef }, clock.now())
    : null;
}

/** What the caller was asked to decide and has not, the first due day first. */
async function reviewsFor(
  { knex, clock, snapshots }: ReadContext,
  tenant: string | undefined,
  { refs }: Asker,
): Promise<Mine['reviews']> {
  const tenantId = await snapshots.tenantOf(tenant);
  if (tenantId === null || refs.length === 0) {
    return [];
  }
  const rows = await readReviewsToDecide(knex, tenantId, refs);
  const today = dayOf(clock.now());
  const reviews = await Promise.all(
    rows.map(async row => ({
      number: row.review,
      title: row.title,
      open: (await countGiven(knex, reviewView(row), refs)).open,
      dueOn: row.due_on,
      daysLeft: row.due_on === null ? null : daysBetween(today, row.due_on),
    })),
  );
  const dayOfReview = ({ dueOn }: Mine['reviews'][number]) => dueOn ?? '9999';
  return reviews
    .filter(({ open }) => open > 0)
    .sort((a, b) => (dayOfReview(a) < dayOfReview(b) ? -1 : 1));
}
