import { readTeamSizes } from '../../store/read/readTeamSizes';
import { memoizeBySnapshot } from './memoizeBySnapshot';

/** How many people each team of a snapshot is about. */
export const teamSizes = memoizeBySnapshot(readTeamSizes);
