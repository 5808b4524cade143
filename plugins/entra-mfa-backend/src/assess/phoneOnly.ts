import type { RegistrationBody } from '../collectors/types';
import { hasMethod, methodTier, tierRank } from './tier';

/** Ways to sign in first: no second factor beside a phone, although not known to be weak. */
const firstFactors = ['qrCode', 'qrCodePin'];

/** Whether a name, of a method or of a preferred one, is a phone. */
export function isPhone(method: string): boolean {
  return methodTier(method) === 'phone';
}

/**
 * Whether there is a lasting method beside phones: an external method, a certificate and a name that
 * is not known are such, because they may well be a second factor.
 */
export function hasOtherThanPhone(methods: readonly string[]): boolean {
  return methods.some(method => isLasting(method) && !isPhone(method));
}

/** Whether a method is neither for recovery, nor to begin with, nor to sign in first. */
export function isLasting(method: string): boolean {
  return (
    tierRank(methodTier(method)) > tierRank('bootstrap') &&
    !hasMethod(firstFactors, method)
  );
}

/** Whether a person has registered a phone and nothing else that lasts. */
export function isPhoneOnly({
  isMfaRegistered,
  methodsRegistered,
}: Pick<RegistrationBody, 'isMfaRegistered' | 'methodsRegistered'>): boolean {
  return (
    isMfaRegistered === true &&
    methodsRegistered !== null &&
    methodsRegistered.some(isPhone) &&
    !hasOtherThanPhone(methodsRegistered)
  );
}
