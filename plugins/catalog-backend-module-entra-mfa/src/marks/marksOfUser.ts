import type { Basis, PersonState } from 'backstage-plugin-entra-mfa-common';
import { ENTRA_MFA_STATE_ANNOTATION, ENTRA_MFA_STATE_LABEL } from './names';
import type { Marks } from './Marks';

/** The tag of each state. Which word fits depends on the flag that decided. */
export const userTags: Readonly<Record<Basis, Record<PersonState, string>>> = {
  registered: {
    covered: 'mfa-registered',
    uncovered: 'mfa-not-registered',
    unknown: 'mfa-not-known',
    exempt: 'mfa-exempt',
    'out-of-scope': 'mfa-not-counted',
  },
  capable: {
    covered: 'mfa-capable',
    uncovered: 'mfa-not-capable',
    unknown: 'mfa-not-known',
    exempt: 'mfa-exempt',
    'out-of-scope': 'mfa-not-counted',
  },
};

const marksByTag = new Map<string, Marks>();

function isState(state: string, tags: object): state is PersonState {
  return Object.hasOwn(tags, state);
}

/** The marks of a person; none for a state that this version does not know. */
export function marksOfUser(state: string, basis: Basis): Marks | undefined {
  const tags = userTags[basis];
  if (!isState(state, tags)) {
    return undefined;
  }
  const tag = tags[state];
  let marks = marksByTag.get(tag);
  if (!marks) {
    marks = {
      annotations: { [ENTRA_MFA_STATE_ANNOTATION]: state },
      labels: { [ENTRA_MFA_STATE_LABEL]: state },
      tags: [tag],
    };
    marksByTag.set(tag, marks);
  }
  return marks;
}
