import type { CheckOutcome } from '@entra-mfa/backstage-plugin-entra-mfa-common';
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

/** Finds something in the methods of an account, where they are known. */
const ofMethods =
  (found: (methods: string[]) => CheckFinding): BreakGlassCheck['decide'] =>
  ({ user, registration, report }) => {
    if (!user) return noAccount;
    const methods = registration?.methodsRegistered;
    return methods
      ? found(methods)
      : notKnown(report === 'read' ? 'no-row' : 'report-not-read');
  };

/** A phone is somebody's, and rests on a network that an emergency may have taken down. */
const isPhone = (kind: string) => kind === 'phone';

const ownMethod: BreakGlassCheck = {
  id: 'own-method',
  decide: ofMethods(methods => {
    const kinds = methodKindsOf(methods);
    if (kinds.length === 0) return failed('no-method');
    return !kinds.every(isPhone)
      ? passed('methods', { kinds, tier: bestTier(methods) })
      : failed('phone-only');
  }),
};

const phishingResistant: BreakGlassCheck = {
  id: 'phishing-resistant',
  decide: ofMethods(methods => {
    const tier = bestTier(methods);
    return tier === 'phishing-resistant'
      ? passed('phishing-resistant', { tier })
      : failed('not-phishing-resistant', { tier });
  }),
};

/** What goes wrong for the daily administrators must not go wrong for these too. */
const differs: BreakGlassCheck = {
  id: 'differs',
  decide({ registration, dailyKind }) {
    const own = methodKindsOf(registration?.methodsRegistered ?? []);
    if (own.length === 0) return notKnown('nothing-to-compare');
    if (own.every(isPhone)) return failed('phone-only');
    if (dailyKind === null) return notKnown('no-daily-method');
    return own.some(kind => kind !== dailyKind && !isPhone(kind))
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
  phishingResistant,
  differs,
  permanentRole,
  drillCheck,
];
