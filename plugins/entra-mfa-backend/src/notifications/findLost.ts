import type { Knex } from 'knex';
import { changeKindOf } from '../assess/changeKindOf';
import { endsRegistration } from '../assess/classifyChange';
import { unpackCondition } from '../assess/condition';
import { countByTeam, type TeamOfChanged } from '../store/notices/countByTeam';
import { peopleOfSteps } from '../store/notices/peopleOfSteps';
import { readSteps, type Step } from '../store/notices/readSteps';
import { countChanges } from '../store/read/changes/countChanges';
import { readSnapshot, readSnapshotAt } from '../store/asOf/readSnapshot';
import { readTeamLeads } from '../store/read/readTeamLeads';
import type { Snapshot } from '../store/asOf/types';

const DAY = 24 * 3_600_000;

/** Who has no row is waited for, so a loss can take several steps: as long as the page looks back. */
const LOOK_BACK = 7 * DAY;

/** People who lost their registration with one snapshot. */
export interface Lost {
  /** What the snapshot is compared with. */
  from: Snapshot;
  to: Snapshot;
  people: number;
  /** Teams whose own members they are, with who leads them. */
  teams: (TeamOfChanged & { leads: string[] })[];
}

/** Snapshots after one and up to another with which somebody may have lost a registration. */
export async function findSuspects(
  knex: Knex,
  range: { tenantId: string; after: number; upTo: number },
): Promise<Map<number, Step[]>> {
  const suspects = new Map<number, Step[]>();
  for (const step of await readSteps(knex, range)) {
    const before = unpackCondition(step.condition_before);
    const after = unpackCondition(step.condition_after);
    if (endsRegistration(before, after)) {
      suspects.set(step.snapshot, [
        ...(suspects.get(step.snapshot) ?? []),
        step,
      ]);
    }
  }
  return suspects;
}

/** Who lost their registration with a snapshot, or null where nobody did. */
export async function findLost(
  knex: Knex,
  tenantId: string,
  snapshot: number,
  steps: readonly Step[],
): Promise<Lost | null> {
  const to = (await readSnapshot(knex, tenantId, snapshot))!;
  const from =
    (await readSnapshotAt(
      knex,
      tenantId,
      new Date(to.at.getTime() - LOOK_BACK),
    )) ?? (await readSnapshot(knex, tenantId, 1))!;
  const range = { tenantId, after: from.number, upTo: snapshot };
  const people = peopleOfSteps(knex, tenantId, steps);
  const transitions = (await countChanges(knex, range, people)).filter(
    transition => changeKindOf(transition) === 'lost',
  );
  if (transitions.length === 0) {
    return null;
  }
  const view = { tenantId, snapshot, newest: false };
  const teams = await countByTeam(knex, view, range, people, { transitions });
  const leads = await readTeamLeads(
    knex,
    view,
    teams.map(({ ref }) => ref),
  );
  return {
    from,
    to,
    people: transitions.reduce((sum, transition) => sum + transition.people, 0),
    teams: teams.map(team => ({ ...team, leads: leads.get(team.ref) ?? [] })),
  };
}
