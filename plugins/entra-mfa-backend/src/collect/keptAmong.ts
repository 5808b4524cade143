import {
  readGroupsRound,
  readGroupsInside,
  readKeptGroups,
  type GroupsOfRun,
} from '../store/run/keptGroups';
import type { RunContext } from './RunContext';

/** Groups whose members are known without Graph. */
export interface KeptAmong {
  /** By group, itself and all groups in it. */
  kept: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where they are read from; null where none is kept. */
  of: GroupsOfRun | null;
}

/**
 * Of which groups the run has read all that makes its members, with the groups of the tenant: the group itself, and every
 * one in it. One that is not kept may be gone, a list of addresses, or not chosen by its name; so what contains it is not
 * known by these rows alone.
 */
export async function keptAmong(
  { knex, claim }: Pick<RunContext, 'knex' | 'claim'>,
  ids: readonly string[],
): Promise<KeptAmong> {
  const kept = new Map<string, ReadonlySet<string>>();
  const round = ids.length > 0 ? await readGroupsRound(knex, claim) : null;
  if (round === null) {
    return { kept, of: null };
  }
  const of = { tenantId: claim.tenantId, run: claim.run, round };
  const inside = new Map<string, string[]>();
  const known = new Set<string>();
  for (let asked = [...ids]; asked.length > 0; ) {
    const found = await readKeptGroups(knex, of, asked);
    found.forEach(id => known.add(id));
    asked.forEach(id => inside.set(id, []));
    const edges = await readGroupsInside(knex, of, found);
    edges.forEach(({ inner, outer }) => inside.get(outer)!.push(inner));
    asked = [...new Set(edges.map(({ inner }) => inner))].filter(
      id => !inside.has(id),
    );
  }
  for (const id of ids) {
    const all = new Set([id]);
    // Those that are added meanwhile come too.
    all.forEach(one => inside.get(one)?.forEach(inner => all.add(inner)));
    if ([...all].every(one => known.has(one))) {
      kept.set(id, all);
    }
  }
  return { kept, of };
}
