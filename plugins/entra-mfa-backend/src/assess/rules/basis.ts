import { assessBasis } from '../assessFlags';
import { flagsOf } from './flagsOf';
import type { Rule } from './types';

export const basis: Rule = {
  id: 'basis',
  text: ({ settings }) =>
    settings.basis === 'registered'
      ? 'Who has registered a method usable for MFA (isMfaRegistered) is covered.'
      : 'Who has registered a method usable for MFA that the methods policy allows (isMfaCapable) is covered.',
  facts: ({ facts, settings }) => ({
    basis: settings.basis,
    isMfaRegistered: facts.registration?.isMfaRegistered ?? null,
    isMfaCapable: facts.registration?.isMfaCapable ?? null,
  }),
  decide: question => {
    const flags = flagsOf(question);
    return flags && assessBasis(flags, question.settings.basis);
  },
};
