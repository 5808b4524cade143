import type {
  GapOutcome,
  PersonGapKind,
  PersonState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * What one version of a person says of a gap: it is open, it is closed with an outcome, or it says nothing.
 * What says nothing neither opens a gap nor closes one.
 */
export type GapStanding = 'open' | GapOutcome | 'silent';

/** What a gap is told by. */
export interface GapFacts {
  state: PersonState;
  /** Null where it is not known. */
  privileged: boolean | null;
  phoneOnly: boolean;
}

/** A rule fits where all that it names is so; the first that fits decides. */
export interface GapRule {
  state?: PersonState;
  privileged?: boolean;
  phoneOnly?: boolean;
  standing: Exclude<GapStanding, 'silent' | 'left'>;
}

/** For each gap, which facts open and close it. What fits no rule is silent: who is not known proves nothing. */
export const gapRules: Record<PersonGapKind, readonly GapRule[]> = {
  uncovered: [
    { state: 'uncovered', standing: 'open' },
    { state: 'covered', standing: 'fixed' },
    { state: 'exempt', standing: 'exempt' },
    { state: 'out-of-scope', standing: 'left-scope' },
  ],
  // Who has lost the phone too has nothing stronger yet: only another method is proof.
  'privileged-phone-only': [
    { state: 'out-of-scope', standing: 'left-scope' },
    { state: 'exempt', standing: 'exempt' },
    { state: 'covered', privileged: false, standing: 'left-scope' },
    { state: 'uncovered', privileged: false, standing: 'left-scope' },
    { state: 'covered', privileged: true, phoneOnly: true, standing: 'open' },
    { state: 'covered', privileged: true, standing: 'fixed' },
  ],
};

/** What facts say of a gap. */
export function gapStanding(kind: PersonGapKind, facts: GapFacts): GapStanding {
  const rule = gapRules[kind].find(
    ({ state, privileged, phoneOnly }) =>
      (state === undefined || state === facts.state) &&
      (privileged === undefined || privileged === facts.privileged) &&
      (phoneOnly === undefined || phoneOnly === facts.phoneOnly),
  );
  return rule?.standing ?? 'silent';
}
