import type { PrivilegedFacts } from '../../assess/controls/types';

/** So many privileged people who are alike in what is counted of them. */
export interface PrivilegedGroup {
  state: string;
  tier: string | null;
  /** JSON. */
  marks: string;
  people: number | string;
}

/** Adds up what privileged people in scope are, each once. */
export function addUpPrivileged(
  groups: readonly PrivilegedGroup[],
): PrivilegedFacts {
  const sum = (fits: (group: PrivilegedGroup) => boolean) =>
    groups
      .filter(fits)
      .reduce((total, { people }) => total + Number(people), 0);
  const ofState = (wanted: string) => sum(({ state }) => state === wanted);
  return {
    covered: ofState('covered'),
    uncovered: ofState('uncovered'),
    unknown: ofState('unknown'),
    exempt: ofState('exempt'),
    phoneOnly: sum(
      ({ state, marks }) =>
        state !== 'exempt' && JSON.parse(marks).includes('phone-only'),
    ),
    phishingResistant: sum(({ tier }) => tier === 'phishing-resistant'),
  };
}
