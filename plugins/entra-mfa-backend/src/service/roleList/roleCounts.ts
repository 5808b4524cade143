import { readRoleCounts } from '../../store/read/readRoleCounts';
import { memoizeBySnapshot } from '../smallTeams/memoizeBySnapshot';
import { addUpRoles } from './addUpRoles';

/** Who has each role at a snapshot, as counts. */
export const roleCounts = memoizeBySnapshot(async (knex, view) =>
  addUpRoles(await readRoleCounts(knex, view)),
);
