import type { Rule } from './types';

/** An exception in force leaves the person neither for nor against, whatever they registered. */
export const exception: Rule = {
  id: 'exception',
  text: ({ facts: { exception: found } }) =>
    found
      ? `Exempt until ${found.until}${
          found.entraGroup === undefined
            ? ''
            : ` as a member of the Entra group ${found.entraGroup}`
        }, approved by ${found.approver}.`
      : 'People with an approved exception in force are exempt.',
  facts: ({ facts }) => ({ exception: facts.exception }),
  decide: ({ facts }) =>
    facts.exception ? { state: 'exempt', reason: 'exception' } : null,
};
