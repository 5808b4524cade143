import type { CheckOutcome } from 'backstage-plugin-entra-mfa-common';
import { globalAdministrator } from '../roles/privilegedRoles';
import { bestTier } from '../tier';
import { drillCheck } from './drillCheck';
import { methodKindsOf } from './methodKind';
import type { BreakGlassCheck, CheckFinding } from './types';

const finding =
  (outcome: CheckOutcome) =>
  (
    code: CheckFinding['code'],
    values: CheckFinding['values'] = {},
  ): CheckFinding => ({ outcome, code, values });

const passed = finding('passed');
const failed = finding('failed');
const notKnown = finding('not-known');

const noAccount = notKnown('no-account');

const exists: BreakGlassCheck = {
  id: 'exists',
  decide: ({ user }) => (user ? passed('exists') : failed('missing')),
};

const enabled: BreakGlassCheck = {
  id: 'enabled',
  decide({ user }) {
    if (!user) return noAccount;
    if (user.accountEnabled === null) return notKnown('enabled-not-told');
    return user.accountEnabled ? passed('enabled') : failed('disabled');
  },
};

const cloudOnly: BreakGlassCheck = {
  id: 'cloud-only',
  decide({ user }) {
    if (!user) return noAccount;
    return user.onPremisesSyncEnabled
      ? failed('synchronised')
      : passed('cloud-only');
  },
};

const ownMethod: BreakGlassCheck = {
  id: 'own-method',
  decide({ user, registration, report }) {
    if (!user) return noAccount;
    const methodsRegistered = registration?.methodsRegistered;
    if (!methodsRegistered) {
      return notKnown(report === 'read' ? 'no-row' : 'report-not-read');
    }
    const kinds = methodKindsOf(methodsRegistered);
    return kinds.length > 0
      ? passed('methods', { kinds, tier: bestTier(methodsRegistered) })
      : failed('no-method');
  },
};

/** What goes wrong for the daily administrators must not go wrong for these too. */
const differs: BreakGlassCheck = {
  id: 'differs',
  decide({ registration, dailyKind }) {
    const own = methodKindsOf(registration?.methodsRegistered ?? []);
    if (own.length === 0) return notKnown('nothing-to-compare');
    if (dailyKind === null) return notKnown('no-daily-method');
    return own.some(kind => kind !== dailyKind)
      ? passed('differs', { dailyKind })
      : failed('same', { dailyKind });
  },
};

/** An activated role is among the active ones until it ends, so an eligible one leaves it open. */
const permanentRole: BreakGlassCheck = {
  id: 'permanent-role',
  decide({ user, roles: { active, eligible, groupsKnown } }) {
    if (!user) return noAccount;
    if (active === null) return notKnown('roles-not-read');
    const canActivate = eligible?.includes(globalAdministrator) ?? false;
    if (active.includes(globalAdministrator)) {
      return canActivate
        ? notKnown('active-and-eligible')
        : passed('permanent');
    }
    if (canActivate) return failed('eligible-only');
    return groupsKnown ? failed('no-role') : notKnown('groups-not-read');
  },
};

/** What is checked of every break-glass account, in the order in which it is shown. */
export const breakGlassChecks: readonly BreakGlassCheck[] = [
  exists,
  enabled,
  cloudOnly,
  ownMethod,
  differs,
  permanentRole,
  drillCheck,
];
