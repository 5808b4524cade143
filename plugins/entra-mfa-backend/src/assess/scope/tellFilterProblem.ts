import type { FilterProblem } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** In words what is wrong with a filter, where, and what to write there. */
export function tellFilterProblem({
  code,
  at,
  found,
  expected,
}: FilterProblem): string {
  const here = found === '' ? 'the filter ends' : `${found} stands`;
  const some = expected.join(', ');
  const what: Record<FilterProblem['code'], string> = {
    unexpected: `${here} where one of these is expected: ${some}`,
    'unknown-property': `there is no property ${found}; there are ${some}`,
    'unknown-function': `there is no function ${found}; there are ${some}`,
    'wrong-operator': `${found} does not go with it; what does is ${some}`,
    'wrong-value': `${here}; write ${expected.join(' or ')}`,
    'only-true': `${here}; of this property only true is kept: compare it with true, by eq or ne`,
    'unfinished-text': `the text ${found} has no end: close it with ', and write ' within it twice`,
    'too-long': 'the filter is too long: make several rules of it',
    'too-deep': 'there are too many parentheses within each other',
  };
  return `character ${at}: ${what[code]}`;
}
