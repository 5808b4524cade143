/**
 * On a User, in exposure `all`: the person's state, such as `covered` or `uncovered`.
 *
 * @public
 */
export const ENTRA_MFA_STATE_ANNOTATION = 'entra-mfa/state';

/**
 * On a User, in exposure `all`: the person's state as a label.
 *
 * @public
 */
export const ENTRA_MFA_STATE_LABEL = 'entra-mfa/state';

/**
 * On a Group: covered people of the team and its sub-teams in per cent, cut off after one decimal,
 * such as `77.7 %`. A team of nobody has none.
 *
 * @public
 */
export const ENTRA_MFA_COVERAGE_ANNOTATION = 'entra-mfa/coverage';

/**
 * On a Group: `met`, `missed`, `stale` where the data is too old to tell, or `nobody` for a team of
 * nobody.
 *
 * @public
 */
export const ENTRA_MFA_TARGET_LABEL = 'entra-mfa/target';
