import { readTeamSizes } from '../../store/read/readTeamSizes';
import { keptOfSnapshot } from './keptOfSnapshot';

/** How many people each team of a snapshot is about. */
export const teamSizes = keptOfSnapshot(readTeamSizes);
