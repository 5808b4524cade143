import type { Rule } from './types';

/** An exception in force leaves the person neither for nor against, whatever they registered. */
export const exception: Rule = {
  id: 'exception',
  text: ({ facts }) =>
    facts.exception
      ? `Exempt until ${facts.exception.until}, approved by ${facts.exception.approver}.`
      : 'People with an approved exception in force are exempt.',
  facts: ({ facts }) => ({ exception: facts.exception }),
  decide: ({ facts }) =>
    facts.exception ? { state: 'exempt', reason: 'exception' } : null,
};
