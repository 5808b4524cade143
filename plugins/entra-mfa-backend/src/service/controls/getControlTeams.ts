import type {
  ControlStatus,
  ControlTeams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { controlKey } from '../../assess/controls/framework';
import { isTeamTest } from '../../assess/controls/teamTests';
import type { SnapshotView } from '../../store/asOf/types';
import { readTeamsSeen } from '../../store/read/readTeamsSeen';
import { nextCursor, placeOfCursor } from '../cursor';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { Found } from '../Snapshots';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { countStandings } from './countStandings';
import { controlOf, headOf, nameOf } from './getControls';
import { readStandings, type Standings } from './readStandings';
import { readAllTeamOutcomes, type AssessedTeam } from './readTeamOutcomes';
import { standingFor } from './standingFor';

/** The worst first; who is told nothing of a team finds it behind all others. */
const ranks: readonly (ControlStatus | null)[] = [
  'not-met',
  'not-evaluated',
  'stale',
  'met',
  null,
];

type Item = ControlTeams['items'][number];

/** A team with its place: status, how many are missing, name and ref. */
interface Placed {
  item: Item;
  place: [rank: number, missing: number, sortName: string, ref: string];
}

function compare(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  const at = a.findIndex((part, place) => part !== b[place]);
  if (at === -1) return 0;
  return a[at] < b[at] ? -1 : 1;
}

const isBehind = (
  place: Placed['place'],
  after: readonly (string | number)[],
): boolean => compare(place, after) > 0;

/** A control by team. */
export async function getControlTeams(
  context: ReadContext,
  params: { framework: string; id: string },
  query: QueryOf<'getControlTeams'>,
  access: PeopleAccess,
): Promise<ControlTeams> {
  const { config, snapshots } = context;
  const of = controlOf(context, params);
  const { framework, control } = of;
  const after = placeOfCursor(query, ['rank', 'integer', 'text', 'text']);
  const asOf = { ...query, snapshot: after?.snapshot };
  return snapshots.read(asOf, async found => {
    const standings = await readStandings(context, found, query.at);
    const disabledReason = standings.disabledReason(
      controlKey(framework, control),
    );
    const ofTeam = control.tests.filter(isTeamTest);
    const teams =
      found && ofTeam.length > 0 && disabledReason === null
        ? await placedTeams(context, found, of, { standings, access })
        : [];
    const rest = after
      ? teams.filter(({ place }) => isBehind(place, after.after))
      : teams;
    const page = rest.slice(0, query.limit);
    const { tenant, snapshot, staleCauses } = await headOf(
      context,
      query,
      found,
      standings,
    );
    return {
      ...{ tenant, snapshot, staleCauses, disabledReason, ofTeam },
      framework: nameOf(framework),
      id: control.id,
      titles: { en: control.en.title, de: control.de?.title ?? null },
      ofTenant: control.tests.filter(test => !isTeamTest(test)),
      counts: countStandings(teams.map(({ item }) => item.status)),
      items: page.map(({ item }) => item),
      hideBelow: config.smallTeams.hideBelow,
      ...(query.count && { totalItems: teams.length }),
      pageInfo: {
        nextCursor: nextCursor(
          query,
          snapshot?.number ?? 0,
          rest.length > page.length ? page[page.length - 1].place : null,
        ),
      },
    };
  });
}

/** Every team in its place. */
async function placedTeams(
  context: ReadContext,
  { view }: Found,
  of: ReturnType<typeof controlOf>,
  { standings, access }: { standings: Standings; access: PeopleAccess },
): Promise<Placed[]> {
  const teams = (await readAllTeamOutcomes(context.knex, view)) ?? [];
  const { teams: hidden } = await hiddenFrom(context, view, access);
  const sees = await namesSeen(context, view, teams, access);
  return teams
    .map(team => {
      const isHidden = hidden.has(team.ref);
      const item: Item = {
        ...standingFor(of, standings, isHidden ? null : team, sees(team.ref)),
        team: { ref: team.ref, title: team.title },
        hidden: isHidden,
      };
      return { item, place: placeOf(item, team) };
    })
    .sort((a, b) => compare(a.place, b.place));
}

async function namesSeen(
  { knex }: ReadContext,
  view: SnapshotView,
  teams: readonly AssessedTeam[],
  access: PeopleAccess,
): Promise<(ref: string) => boolean> {
  if (access.kind !== 'some') return () => access.kind === 'all';
  const refs = teams.map(({ ref }) => ref);
  const seen = new Set(await readTeamsSeen(knex, view, refs, access.criteria));
  return ref => seen.has(ref);
}

function placeOf(
  { status, results }: Item,
  { sortName, ref }: AssessedTeam,
): Placed['place'] {
  const missing = results.map(({ outcome, short }) =>
    outcome === 'not-met' ? short ?? 0 : 0,
  );
  return [ranks.indexOf(status), -Math.max(0, ...missing), sortName, ref];
}
