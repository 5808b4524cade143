import type {
  Overview,
  Teams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaListedTeam } from './EntraMfaCoverage';
import { toAsOf } from './toAsOf';
import { toCoverage } from './toCoverage';

/** A team of a page of teams, judged as of the overview of the same snapshot, which alone tells whether it is held. */
export function toListedTeam(
  {
    ref,
    title,
    targetPermille,
    coverage,
    unknown,
    phoneOnly,
  }: Teams['items'][number],
  { snapshot, freshness }: Pick<Teams, 'snapshot' | 'freshness'>,
  { tenant, hold, basis }: Pick<Overview, 'tenant' | 'hold' | 'basis'>,
): EntraMfaListedTeam {
  const { exempt: _, ...judged } = toCoverage(
    toAsOf({ tenant, snapshot, freshness, hold }),
    basis,
    targetPermille,
    coverage && { ...coverage, unknown: unknown ?? 0, exempt: 0 },
  );
  return { ...judged, team: { ref, title }, phoneOnly };
}
