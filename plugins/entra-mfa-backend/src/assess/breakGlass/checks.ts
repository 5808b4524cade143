import { globalAdministrator } from '../roles/privilegedRoles';
import { bestTier } from '../tier';
import { drillCheck } from './drillCheck';
import { methodKinds } from './methodKind';
import type { BreakGlassCheck, CheckFinding } from './types';

const passed = (text: string): CheckFinding => ({ outcome: 'passed', text });
const failed = (text: string): CheckFinding => ({ outcome: 'failed', text });
const notKnown = (text: string): CheckFinding => ({
  outcome: 'not-known',
  text,
});

const noAccount = notKnown('There is no such account.');

const exists: BreakGlassCheck = {
  id: 'exists',
  decide: ({ user }) =>
    user
      ? passed('The directory has the account.')
      : failed(
          'The directory has no account with this object id: correct entraMfa.breakGlassIds, or make the account again.',
        ),
};

const enabled: BreakGlassCheck = {
  id: 'enabled',
  decide({ user }) {
    if (!user) return noAccount;
    if (user.accountEnabled === null) {
      return notKnown('The directory does not say whether it is enabled.');
    }
    return user.accountEnabled
      ? passed('The account is enabled.')
      : failed('The account is disabled: it lets nobody in.');
  },
};

const cloudOnly: BreakGlassCheck = {
  id: 'cloud-only',
  decide({ user }) {
    if (!user) return noAccount;
    return user.onPremisesSyncEnabled
      ? failed(
          'The account is synchronised from an on-premises directory, and fails with it.',
        )
      : passed('The account lives in the cloud alone.');
  },
};

const ownMethod: BreakGlassCheck = {
  id: 'own-method',
  decide({ user, registration, report }) {
    if (!user) return noAccount;
    if (!registration) {
      return report === 'read'
        ? notKnown('The registration report has no row of the account.')
        : notKnown('The registration report has not been read.');
    }
    const methods = methodKinds(registration.methodsRegistered);
    return methods.length > 0
      ? passed(
          `Registered: ${methods.join(', ')} (${bestTier(
            registration.methodsRegistered,
          )}).`,
        )
      : failed('No method usable for MFA is registered.');
  },
};

/** What goes wrong for the daily administrators must not go wrong for these too. */
const differs: BreakGlassCheck = {
  id: 'differs',
  decide({ registration, dailyKind }) {
    const own = methodKinds(registration?.methodsRegistered ?? []);
    if (own.length === 0) {
      return notKnown('No method of its own is known to compare.');
    }
    if (dailyKind === null) {
      return notKnown(
        'Which method the daily administrators use is not known: no privileged person in scope has one.',
      );
    }
    return own.some(kind => kind !== dailyKind)
      ? passed(
          `Does not rest on ${dailyKind}, as most daily administrators do.`,
        )
      : failed(
          `Rests on ${dailyKind} alone, as most daily administrators do: register another kind of method.`,
        );
  },
};

/** An activated role is among the active ones until it ends, so an eligible one leaves it open. */
const permanentRole: BreakGlassCheck = {
  id: 'permanent-role',
  decide({ user, roles: { active, eligible, groupsKnown } }) {
    if (!user) return noAccount;
    if (active === null) {
      return notKnown('Role assignments have not been read.');
    }
    const canActivate = eligible?.includes(globalAdministrator) ?? false;
    if (active.includes(globalAdministrator)) {
      return canActivate
        ? notKnown(
            'Global Administrator is active and eligible too: it may be active for a while only.',
          )
        : passed('Holds Global Administrator permanently.');
    }
    if (canActivate) {
      return failed(
        'Only eligible for Global Administrator: it has to be activated first.',
      );
    }
    return groupsKnown
      ? failed('Does not hold Global Administrator.')
      : notKnown(
          'Does not hold Global Administrator itself; members of groups have not been read.',
        );
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
