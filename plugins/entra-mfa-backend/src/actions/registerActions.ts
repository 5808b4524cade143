import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { EntraMfaService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { checkConnection } from './checkConnection';
import { estimateWhatIf } from './estimateWhatIf';
import { explainPerson } from './explainPerson';
import { forUsers } from './forUsers';
import { getControlStatus } from './getControlStatus';
import { getOrganizationCoverage } from './getOrganizationCoverage';
import { getOwnersCoverage } from './getOwnersCoverage';
import { getTeamCoverage } from './getTeamCoverage';
import { listChanges } from './listChanges';
import { listControls } from './listControls';
import { listReminderCampaigns } from './listReminderCampaigns';
import { listTeams } from './listTeams';
import { listTenants } from './listTenants';
import { listUncoveredPeople } from './listUncoveredPeople';
import { requestException } from './requestException';
import { startReminderCampaign } from './startReminderCampaign';
import { startSync } from './startSync';

const actions = [
  getOrganizationCoverage,
  getTeamCoverage,
  getOwnersCoverage,
  listTeams,
  listUncoveredPeople,
  explainPerson,
  listChanges,
  estimateWhatIf,
  listControls,
  getControlStatus,
  listTenants,
  checkConnection,
  listReminderCampaigns,
  requestException,
  startSync,
  startReminderCampaign,
];

/**
 * Registers what assistants and other callers of actions may ask. Each asks the API on behalf of who calls it, so that
 * the table of routes decides who may, whose data it tells and what is put on record.
 */
export function registerActions(options: {
  actions: ActionsRegistryService;
  auth: AuthService;
  entraMfa: EntraMfaService;
}): void {
  const registry = forUsers(options.actions, options.auth);
  for (const register of actions) {
    register(registry, options.entraMfa);
  }
}
