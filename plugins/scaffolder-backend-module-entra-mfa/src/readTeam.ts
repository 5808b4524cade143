import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  EntraMfaService,
  EntraMfaTeamCoverage,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** The coverage of a team in each tenant in which it has people; nothing of a team that is not known. */
export async function readTeam(
  entraMfa: EntraMfaService,
  team: string,
  credentials: BackstageCredentials,
): Promise<EntraMfaTeamCoverage[]> {
  try {
    const first = await entraMfa.getTeamCoverage(team, { credentials });
    if (first.otherTenants === 0) {
      return [first];
    }
  } catch (error) {
    // The first tenant may lack it, and another may have it.
    if (!isNotFound(error)) {
      throw error;
    }
  }
  return readEach(entraMfa, team, credentials);
}

async function readEach(
  entraMfa: EntraMfaService,
  team: string,
  credentials: BackstageCredentials,
): Promise<EntraMfaTeamCoverage[]> {
  try {
    const tenants = await entraMfa.getTenantsOfTeam(team, { credentials });
    return await Promise.all(
      tenants.map(tenant =>
        entraMfa.getTeamCoverage(team, { credentials, tenant }),
      ),
    );
  } catch (error) {
    if (isNotFound(error)) {
      return [];
    }
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return isError(error) && error.name === 'NotFoundError';
}
