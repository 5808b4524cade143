import { readRoleCounts } from '../../store/read/readRoleCounts';
import { keptOfSnapshot } from '../smallTeams/keptOfSnapshot';
import { addUpRoles } from './addUpRoles';

/** Who has each role at a snapshot, as counts. */
export const roleCounts = keptOfSnapshot(async (knex, view) =>
  addUpRoles(await readRoleCounts(knex, view)),
);
