import {
  whatIfTeams,
  type Basis,
  type WhatIf,
  type WhatIfTeam,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { StoredCounts } from '../../assess/types';
import { toAssessedCounts } from '../figures';

/** Counts with what they follow from. */
export function toFigure(
  counts: StoredCounts,
  by: {
    rulesVersion: string;
    basis: Basis;
    targetPermille: number;
    stale: boolean;
  },
): WhatIf['shown'] {
  const { rulesVersion, basis, targetPermille, stale } = by;
  return {
    rulesVersion,
    basis,
    targetPermille,
    counts: toAssessedCounts(counts, targetPermille, stale),
  };
}

/** How far what is assumed lies from what is shown. */
export function differenceOf(
  shown: WhatIf['shown']['counts'],
  assumed: WhatIf['shown']['counts'],
): WhatIf['difference'] {
  const one = assumed.coverage.permille;
  const other = shown.coverage.permille;
  return {
    covered: assumed.states.covered - shown.states.covered,
    uncovered: assumed.states.uncovered - shown.states.uncovered,
    unknown: assumed.states.unknown - shown.states.unknown,
    exempt: assumed.states.exempt - shown.states.exempt,
    inScope: assumed.inScope - shown.inScope,
    short: assumed.coverage.short - shown.coverage.short,
    permille: one === null || other === null ? null : one - other,
  };
}

/** Most people more short first, and of as many the one with most people short; no more than are told. */
export function worstFirst(
  teams: readonly WhatIfTeam[],
): Pick<WhatIf['teams'], 'items' | 'more'> {
  const sorted = [...teams].sort(
    (a, b) =>
      b.short - a.short ||
      b.assumed.short - a.assumed.short ||
      a.title.localeCompare(b.title, 'en') ||
      (a.ref < b.ref ? -1 : 1),
  );
  const items = sorted.slice(0, whatIfTeams);
  return { items, more: sorted.length - items.length };
}
