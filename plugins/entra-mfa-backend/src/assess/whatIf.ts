import type { Basis } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RegistrationBody } from '../collectors/types';
import { hasOtherThanPhone, isPhone } from './phoneOnly';
import { methodTier, tierRank } from './tier';
import type { Assessment, PersonFacts, RuleSettings } from './types';

/** What is assumed; null, or false, leaves a thing as it is. */
export interface Assumption {
  /** Phone methods are switched off: they no longer count. */
  phoneOff: boolean;
  /** No exception is in force. */
  withoutExceptions: boolean;
  countGuests: boolean | null;
  basis: Basis | null;
  targetPermille: number | null;
}

/** The settings of the rules under an assumption. */
export function assumedSettings(
  settings: RuleSettings,
  assumption: Assumption,
): RuleSettings {
  return {
    ...settings,
    basis: assumption.basis ?? settings.basis,
    countGuests: assumption.countGuests ?? settings.countGuests,
    targetPermille: assumption.targetPermille ?? settings.targetPermille,
  };
}

/** What is known of one person under an assumption. */
export function assumedFacts(
  facts: PersonFacts,
  { phoneOff, withoutExceptions }: Assumption,
): PersonFacts {
  const { registration, exception } = facts;
  return {
    ...facts,
    registration:
      phoneOff && registration ? withoutPhone(registration) : registration,
    exception: withoutExceptions ? null : exception,
  };
}

/**
 * A report row as it would be without phone methods. Who has another method keeps their flags, and who
 * is phone only is registered no more: so as many are newly not registered as the mark counts.
 */
function withoutPhone(row: RegistrationBody): RegistrationBody {
  const methodsRegistered = row.methodsRegistered?.filter(
    method => !isPhone(method),
  );
  if (
    !methodsRegistered ||
    methodsRegistered.length === row.methodsRegistered?.length
  ) {
    return row;
  }
  const isLeft = hasOtherThanPhone(methodsRegistered);
  // A row that is capable and not registered contradicts itself by its phone: without it, what is left
  // would read as the scope of certificate sign-in, of which the row says nothing.
  const isCapableLeft =
    row.isMfaRegistered === false
      ? methodsRegistered.some(
          method => tierRank(methodTier(method)) > tierRank('phone'),
        )
      : isLeft;
  const preferred = row.userPreferredMethodForSecondaryAuthentication;
  return {
    ...row,
    methodsRegistered,
    isMfaRegistered: row.isMfaRegistered && isLeft,
    isMfaCapable: row.isMfaCapable && isCapableLeft,
    systemPreferredAuthenticationMethods:
      row.systemPreferredAuthenticationMethods.filter(name => !isPhone(name)),
    userPreferredMethodForSecondaryAuthentication:
      preferred !== null && isPhone(preferred) ? null : preferred,
  };
}

/** What assesses somebody: settings, and what is assumed. */
export interface Evaluation {
  settings: RuleSettings;
  assumption: Assumption;
}

/** Everything stays as it is. */
export const nothing: Assumption = {
  phoneOff: false,
  withoutExceptions: false,
  countGuests: null,
  basis: null,
  targetPermille: null,
};

/**
 * What else a caller may ask that differs in one thing: the same with each assumption left out, the same
 * by the rules of then, and the figure itself. The answer less one of theirs is the people who make it.
 */
export function neighboursOf(
  { settings, assumption }: Evaluation,
  then: RuleSettings,
): Evaluation[] {
  const set = (
    ['phoneOff', 'withoutExceptions', 'countGuests', 'basis'] as const
  )
    .filter(name => assumption[name] !== nothing[name])
    .map(name => ({
      settings,
      assumption: { ...assumption, [name]: nothing[name] },
    }));
  return settings === then && set.length <= 1
    ? set
    : [
        ...set,
        ...(settings === then ? [] : [{ settings: then, assumption }]),
        { settings: then, assumption: nothing },
      ];
}

/** Whether a person counts in every line of the counts as by the other assessment. */
export function countsTheSame(one: Assessment, other: Assessment): boolean {
  return (
    one.state === other.state &&
    one.reason === other.reason &&
    one.scopeClass === other.scopeClass &&
    one.scopeRule === other.scopeRule &&
    one.registered === other.registered &&
    one.capable === other.capable &&
    one.tier === other.tier &&
    one.phoneEnds === other.phoneEnds &&
    one.privileged === other.privileged &&
    one.methods.join() === other.methods.join() &&
    one.marks.join() === other.marks.join()
  );
}
