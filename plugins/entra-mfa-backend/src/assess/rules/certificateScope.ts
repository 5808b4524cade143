import { assessCertificateScope } from '../assessFlags';
import { flagsOf } from './flagsOf';
import type { Rule } from './types';

export const certificateScope: Rule = {
  id: 'certificate-scope',
  text: () =>
    'Anyone in scope of certificate sign-in is MFA capable, certificate or not: capable without a registered method usable for MFA is not proven.',
  facts: ({ facts, settings }) => ({
    basis: settings.basis,
    isMfaRegistered: facts.registration?.isMfaRegistered ?? null,
    isMfaCapable: facts.registration?.isMfaCapable ?? null,
    methodsRegistered: facts.registration?.methodsRegistered ?? [],
  }),
  decide: question => {
    const flags = flagsOf(question);
    return flags && assessCertificateScope(flags, question.settings.basis);
  },
};
