/** The ranks of privileged people: see `personRank`. */
export const PRIVILEGED_RANKS = [-2, 0];
