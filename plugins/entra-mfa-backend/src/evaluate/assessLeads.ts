import { insertAssessed } from '../store/evaluate/insertAssessed';
import { readAssessed } from '../store/evaluate/readAssessed';
import type { AssessContext } from './AssessContext';

/**
 * Writes the leads of the teams that are led by others than before.
 *
 * @param leads - refs by team ref, sorted; of every team of the catalog
 */
export async function assessLeads(
  context: AssessContext,
  leads: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { knex, claim, changes, number } = context;
  const before = new Map<string, string[]>();
  for (const row of await readAssessed(knex, 'team_lead', claim)) {
    const known = before.get(row.team_ref) ?? [];
    before.set(row.team_ref, [...known, row.lead_ref]);
  }
  const changed = [...leads].filter(
    ([team, now]) => !isSameRow(now, before.get(team) ?? []),
  );
  changes.replaced.team_lead = [...before.keys()].filter(
    team => !isSameRow(leads.get(team) ?? [], before.get(team) ?? []),
  );
  const rows = changed.flatMap(([team_ref, now]) =>
    now.map(lead_ref => ({ team_ref, lead_ref })),
  );
  await insertAssessed(knex, claim, number, { team_lead: rows });
}

function isSameRow(now: readonly string[], before: string[]): boolean {
  return (
    now.length === before.length &&
    [...before].sort().every((ref, i) => ref === now[i])
  );
}
