/** How stages tell of which kind a round of a data set that is read by `delta` is: of what changed since the one before. */
export const CHANGES = 'changes';

/** See {@link CHANGES}: of all there is. */
export const WHOLE = 'whole';
