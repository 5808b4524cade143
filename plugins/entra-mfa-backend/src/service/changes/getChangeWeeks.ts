import type { ChangeWeeks } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readNumbersAt } from '../../store/asOf/readNumbersAt';
import type { SnapshotView } from '../../store/asOf/types';
import { readKeptFrom } from '../../store/asOf/keptFrom';
import { countTransitionsInParts } from '../../store/read/changes/countTransitions';
import { changedInParts } from '../../store/read/changes/netChanges';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import { timeOf } from '../timeOf';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { areCountsHidden } from './areCountsHidden';
import { kindsOf } from './kindsOf';
import { weeksUpTo } from './weeksUpTo';

/** What reading weeks needs. */
export type ChangeWeeksContext = Pick<
  ReadContext,
  'knex' | 'clock' | 'snapshots' | 'config'
>;

/** How many gained and lost their registration in each of the last weeks, as `getChanges` counts them. */
export async function getChangeWeeks(
  context: ChangeWeeksContext,
  query: QueryOf<'getChangeWeeks'>,
  access: PeopleAccess,
): Promise<ChangeWeeks> {
  const { knex, clock, snapshots } = context;
  return snapshots.read(query, async found => {
    if (!found) {
      return { weeks: [] };
    }
    const now = clock.now();
    const asked = weeksUpTo(
      query.at === undefined ? now : timeOf(query.at, now),
    );
    const { tenantId, snapshot: last } = found.view;
    const begun = await readNumbersAt(
      knex,
      tenantId,
      asked.map(({ from }) => new Date(`${from}T23:59:59.999Z`)),
    );
    const { people_from: kept } = await readKeptFrom(knex, tenantId);
    // Numbered without gaps from 1.
    const first = Math.max(kept, 1);
    const weeks = asked.flatMap((week, index) => {
      const isLast = index === asked.length - 1;
      const upTo = isLast ? last : begun[index + 1];
      return upTo === null || upTo < first
        ? []
        : [
            {
              from: week.from,
              to: isLast ? query.at ?? now.toISOString().slice(0, 10) : week.to,
              // Before what is kept of people begins, its beginning.
              range: {
                tenantId,
                after: Math.max(begun[index] ?? first, first),
                upTo,
              },
            },
          ];
    });
    const { team, subTeams } = query;
    const changed = await countTransitionsInParts(
      knex,
      changedInParts(
        knex,
        weeks.map(({ range }) => range),
        team === undefined
          ? null
          : { ref: team.toLowerCase(), includeSubTeams: subTeams },
      ),
    );
    const hiddenAt = onceForEach((view: SnapshotView) =>
      hiddenFrom(context, view, access),
    );
    const viewOf = (snapshot: number): SnapshotView =>
      snapshot === last ? found.view : { tenantId, snapshot, newest: false };
    return {
      weeks: await Promise.all(
        weeks.map(async ({ from, to, range: { after, upTo } }, part) => {
          const { people, counts } = kindsOf(
            changed.filter(count => count.part === part),
          );
          const isHidden = await areCountsHidden(
            context,
            { from: viewOf(after), to: viewOf(upTo) },
            query,
            access,
            people,
            hiddenAt,
          );
          const { gained, lost } = counts;
          return isHidden
            ? { from, to, gained: null, lost: null }
            : { from, to, gained, lost };
        }),
      ),
    };
  });
}

/** The end of a week is the beginning of the next. */
function onceForEach<T>(
  read: (view: SnapshotView) => Promise<T>,
): (view: SnapshotView) => Promise<T> {
  const known = new Map<number, Promise<T>>();
  return view => {
    const found = known.get(view.snapshot) ?? read(view);
    known.set(view.snapshot, found);
    return found;
  };
}
