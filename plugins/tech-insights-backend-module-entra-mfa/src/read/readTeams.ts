import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntraMfaService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { combineTeams } from '../facts/combineTeams';
import type { TeamFacts } from '../facts/TeamFacts';
import { readTenant } from './readTenant';

/** How each team stands over all tenants in which it has people, by its ref. */
export async function readTeams(
  entraMfa: EntraMfaService,
  credentials: BackstageCredentials,
  controls: readonly string[],
): Promise<Map<string, TeamFacts>> {
  const { items } = await entraMfa.call('getTenants', {}, {}, { credentials });
  const all = new Map<string, TeamFacts>();
  for (const { id } of items) {
    const teams = await readTenant({
      ...{ entraMfa, credentials, controls },
      tenant: id,
    });
    for (const [ref, team] of teams) {
      const before = all.get(ref);
      all.set(
        ref,
        before ? combineTeams([before, team], { addUp: true }) : team,
      );
    }
  }
  return all;
}
