import type { History } from '../History';
import { watch } from '../laws/watch';
import type { ReplicaNumber, Step } from '../steps';
import type { TenantMark } from '../world/marks';

const HOUR = 3_600_000;

/** Syncs, with nothing in its way but what the step says. */
export async function syncStep(
  history: History,
  step: Extract<Step, { do: 'sync' }>,
): Promise<void> {
  const { tenant: mark, faults, beside } = step;
  const { replicas, tenants, database } = history.stage;
  const other: ReplicaNumber = step.replica === 0 ? 1 : 0;
  const otherMark = mark === 'a' ? 'b' : 'a';
  for (const tenant of Object.values(tenants)) {
    tenant.refreshedAt = history.now - HOUR;
    await tenant.write();
  }
  await replicas.prepare(other, history.now);
  await history.prepare(step.replica, history.statements[mark], step.death);
  tenants[mark].simulator.faults.set({ rules: faults });
  const one = async (replica: ReplicaNumber, of: TenantMark) => {
    const before = history.published[of].begin();
    const end = await replicas.sync(replica, tenants[of].id);
    history.tally.syncs += 1;
    if (end) {
      if (end.failure === null) {
        history.statements[of] = end.statements;
      }
      const time = end.now - replicas.timeOf(replica, 0);
      history.now = Math.max(history.now, time);
    }
    history.published[of].end(before, {
      end,
      faults: of === mark ? faults : [],
      alone: beside !== 'same-tenant',
    });
  };
  const first = one(step.replica, mark);
  const besides = beside === 'other-tenant' ? otherMark : mark;
  if (beside === 'nothing' || !database.concurrent) {
    // Two processes that write one SQLite file wait for each other; reads go on.
    await watch(
      history,
      mark,
      database.concurrent ? other : step.replica,
      first,
    );
    if (beside !== 'nothing') {
      await one(other, besides);
    }
  } else {
    await watch(
      history,
      mark,
      other,
      Promise.all([first, one(other, besides)]),
    );
  }
  tenants[mark].simulator.faults.clear();
}
