import type { PersonFacts, RuleSettings } from '../types';
import type { Rule } from './types';

/** Whether an account without a user type is a guest is not known, unless that decides nothing. */
export function decidesUserType(settings: RuleSettings): boolean {
  return !settings.countGuests && settings.userTypeNull !== 'member';
}

/** Properties of the directory and of the report that decide, and of which there is no value. */
function missingOf(
  { user, registration }: PersonFacts,
  settings: RuleSettings,
): string[] {
  const missing: string[] = [];
  const look = (name: string, value: unknown) => {
    if (value === null) missing.push(name);
  };
  look('accountEnabled', user.accountEnabled);
  if (decidesUserType(settings)) {
    look('userType', user.userType);
  }
  if (registration) {
    look('isMfaRegistered', registration.isMfaRegistered);
    // A person's methods do not say it: that is told by a reason of its own.
    if (registration.from !== 'methods') {
      look('isMfaCapable', registration.isMfaCapable);
    }
    look('methodsRegistered', registration.methodsRegistered);
  }
  return missing;
}

/** Null is not a value: neither false, nor a member, nor no method. */
export const missingProperty: Rule = {
  id: 'missing-property',
  text: () =>
    'Where Microsoft gives no value for a property that decides, nothing is concluded.',
  facts: ({ facts, settings }) => ({
    withoutValue: missingOf(facts, settings),
  }),
  decide: ({ facts, settings }) =>
    missingOf(facts, settings).length > 0
      ? { state: 'unknown', reason: 'missing-property' }
      : null,
};
