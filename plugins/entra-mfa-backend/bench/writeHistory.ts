import type { Knex } from 'knex';
import { packCondition, conditionOf } from '../src/assess/condition';
import { toPerson } from '../src/service/toPerson';
import { claimRun } from '../src/store/run/claimRun';
import { insertPeople } from '../src/store/evaluate/insertPeople';
import { publishSnapshot } from '../src/store/evaluate/publishSnapshot';
import {
  STILL_TRUE,
  type CoverageRow,
  type PersonRow,
  type SnapshotRow,
} from '../src/store/sql/tables';
import { noChanges } from '../src/evaluate/Changes';

const HOUR = 3_600_000;

/**
 * Writes what a year of hourly syncs leaves when a five-hundredth of the people change in a day: each
 * hour a snapshot, some people in another state, what changed of them, and other counts for some teams
 * and the tenant.
 *
 * @param step - hours between two snapshots; each holds what changed in them
 */
export async function writeHistory(
  knex: Knex,
  tenantId: string,
  hours: number,
  step: number,
) {
  const people: PersonRow[] = await knex('person')
    .where({ tenant_id: tenantId, to_snapshot: STILL_TRUE })
    .orderBy('object_id')
    .limit(200_000);
  const coverage: CoverageRow[] = await knex('coverage').where({
    tenant_id: tenantId,
    to_snapshot: STILL_TRUE,
  });
  const last: SnapshotRow = await knex('snapshot')
    .where({ tenant_id: tenantId })
    .orderBy('snapshot', 'desc')
    .first();
  const total = await knex('person')
    .where({ tenant_id: tenantId })
    .count({ n: '*' })
    .first();
  const changing = Math.ceil((Number(total!.n) * step) / 500 / 24);
  const tenant = coverage.filter(row => row.team_ref === '');
  const teams = coverage.filter(row => row.team_ref !== '');
  const now = Date.now();
  await knex('snapshot')
    .where({ tenant_id: tenantId })
    .update({ at: new Date(now - (hours + 1) * HOUR) });

  for (let hour = 0; hour < hours; hour += step) {
    const at = new Date(now - (hours - hour) * HOUR);
    const fence = await claimRun(knex, { tenantId, replica: 'bench', now: at });
    const number = fence.lastSnapshot + 1;
    const some = take(people, hour * changing, changing);
    const person = some.map(
      ({ tenant_id: _, from_snapshot: __, to_snapshot: ___, ...row }) => {
        const covered = row.state === 'covered';
        const registered = !covered;
        return {
          ...row,
          state: covered ? 'uncovered' : 'covered',
          reason: covered ? 'not-registered' : 'registered',
          registered,
          capable: registered,
          since: at,
        };
      },
    );
    const changes = some.map((row, index) => ({
      object_id: row.object_id,
      condition_before: conditionCode(row),
      condition_after: conditionCode({ ...row, ...person[index] }),
      renamed: false,
      by_rules: false,
    }));
    some.forEach((row, index) => Object.assign(row, person[index]));
    const lines = [...tenant, ...take(teams, hour * 80, 80)].map(
      ({ tenant_id: _, from_snapshot: __, to_snapshot: ___, ...row }) => row,
    );
    const rows = { person, coverage: lines };
    await insertPeople(knex, fence, number, { rows, changes });
    await publishSnapshot(
      knex,
      fence,
      { ...last, snapshot: number, at, read_at: at },
      {
        ...noChanges().replaced,
        person: person.map(row => row.object_id),
        coverage: lines.map(row => row.team_ref),
      },
      { displayName: null, now: at, findings: {} },
    );
  }
}

function conditionCode(row: PersonRow): number {
  const { state, scopeClass, registered, capable, tier } = toPerson(
    row,
    undefined,
  );
  return packCondition(
    conditionOf({ state, scopeClass, registered, capable, tier }),
  );
}

function take<Row>(rows: Row[], start: number, count: number): Row[] {
  return Array.from(
    { length: Math.min(count, rows.length) },
    (_, index) => rows[(start + index) % rows.length],
  );
}
