import type { Collector } from '../collectors/types';
import { PageTokenExpiredError } from '../graph/errors';
import type { Page, PageSource, ReadOptions } from '../graph/types';
import { readKeptMembers, type GroupsOfRun } from '../store/run/keptGroups';
import { keptAmong } from './keptAmong';
import { readEach, type PeopleAmong } from './readEach';
import type { RunContext } from './RunContext';

/** Where there is no link of Graph's to go on from: such a reading begins again. */
const KEPT = 'kept';

/**
 * Reads the people of the groups that scope rules and exceptions name: of a group that the run has read with the groups of
 * the tenant, and of all groups in it, from there; of any other, from Graph, as `readEach` does.
 */
export async function* readScopeGroups(
  context: RunContext,
  source: PageSource,
  collector: Collector,
  ids: readonly string[],
  options: ReadOptions,
  peopleAmong: PeopleAmong,
): AsyncIterable<Page> {
  const { startLink } = options;
  if (startLink === KEPT) {
    throw new PageTokenExpiredError('keptGroups');
  }
  const { kept, of } = await keptAmong(context, ids);
  const asked = ids.filter(id => !kept.has(id));
  if (startLink === undefined && of && kept.size > 0) {
    for await (const { rows, isLast } of membersOf(context, of, kept)) {
      const next = asked.length > 0 ? `${asked[0]} ` : null;
      yield {
        rows,
        nextLink: isLast ? next : KEPT,
        calls: 0,
        waitedMs: 0,
        requestIds: [],
      };
    }
  }
  if (kept.size > 0 && asked.length === 0) {
    return;
  }
  yield* readEach(source, collector, asked, options, peopleAmong);
}

/** Each person once for each group, whichever groups in it they are in; and of a group without anybody, that it has nobody. */
async function* membersOf(
  { knex }: RunContext,
  of: GroupsOfRun,
  kept: ReadonlyMap<string, ReadonlySet<string>>,
): AsyncGenerator<{ rows: object[]; isLast: boolean }> {
  const around = new Map<string, string[]>();
  for (const [id, inside] of kept) {
    for (const one of inside) {
      around.set(one, [...(around.get(one) ?? []), id]);
    }
  }
  const empty = new Set(kept.keys());
  let person = '';
  let own = new Set<string>();
  for await (const members of readKeptMembers(knex, of, [...around.keys()])) {
    const rows: object[] = [];
    for (const member of members) {
      if (member.person !== person) {
        person = member.person;
        own = new Set();
      }
      for (const group of around.get(member.group) ?? []) {
        if (!own.has(group)) {
          own.add(group);
          empty.delete(group);
          rows.push({ of: group, row: { id: person } });
        }
      }
    }
    yield { rows, isLast: false };
  }
  const nobody = [...empty].map(group => ({
    of: group,
    row: null,
    nobody: true,
  }));
  yield { rows: nobody, isLast: true };
}
