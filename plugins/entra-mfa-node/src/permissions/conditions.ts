import { createConditionExports } from '@backstage/plugin-permission-node';
import { inTeams } from './inTeams';
import { isLedBy } from './isLedBy';
import { isSelf } from './isSelf';
import { entraMfaPersonResourceRef } from './personResource';

/** The rules of {@link entraMfaPersonResourceRef}. @public */
export const entraMfaPersonRules = { isSelf, inTeams, isLedBy };

const exported = createConditionExports({
  resourceRef: entraMfaPersonResourceRef,
  rules: entraMfaPersonRules,
});

/**
 * Conditions for a permission policy: `isSelf({ userRefs })`, `inTeams({ teamRefs })` and
 * `isLedBy({ userRefs })`.
 *
 * @public
 */
export const entraMfaPersonConditions = exported.conditions;

/**
 * Makes the decision that a permission policy returns for `entra-mfa.people.read`.
 *
 * @example
 * ```ts
 * return createEntraMfaPersonConditionalDecision(request.permission, {
 *   anyOf: [
 *     entraMfaPersonConditions.isSelf({ userRefs: [user.info.userEntityRef] }),
 *     entraMfaPersonConditions.inTeams({ teamRefs: user.info.ownershipEntityRefs }),
 *     entraMfaPersonConditions.isLedBy({ userRefs: user.info.ownershipEntityRefs }),
 *   ],
 * });
 * ```
 *
 * @public
 */
export const createEntraMfaPersonConditionalDecision =
  exported.createConditionalDecision;
