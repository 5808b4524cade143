import { assessExternalMethod } from '../assessFlags';
import { flagsOf } from './flagsOf';
import type { Rule } from './types';

export const externalMethod: Rule = {
  id: 'external-method',
  text: () =>
    'The report leaves external methods out of its flags: who has one and is not registered is not known.',
  facts: ({ facts }) => ({
    isMfaRegistered: facts.registration?.isMfaRegistered ?? null,
    methodsRegistered: facts.registration?.methodsRegistered ?? [],
  }),
  decide: question => {
    const flags = flagsOf(question);
    return flags && assessExternalMethod(flags);
  },
};
