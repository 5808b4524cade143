import type {
  Basis,
  PersonState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ENTRA_MFA_STATE_ANNOTATION, ENTRA_MFA_STATE_LABEL } from './names';
import type { EntityLabels } from './EntityLabels';

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

const labelsByTag = new Map<string, EntityLabels>();

function isState(state: string, tags: object): state is PersonState {
  return Object.hasOwn(tags, state);
}

/** The labels of a person; none for a state that this version does not know. */
export function labelsOfUser(
  state: string,
  basis: Basis,
): EntityLabels | undefined {
  const tags = userTags[basis];
  if (!isState(state, tags)) {
    return undefined;
  }
  const tag = tags[state];
  let entityLabels = labelsByTag.get(tag);
  if (!entityLabels) {
    entityLabels = {
      annotations: { [ENTRA_MFA_STATE_ANNOTATION]: state },
      labels: { [ENTRA_MFA_STATE_LABEL]: state },
      tags: [tag],
    };
    labelsByTag.set(tag, entityLabels);
  }
  return entityLabels;
}
