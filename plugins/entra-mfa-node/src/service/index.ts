export type {
  EntraMfaAsOf,
  EntraMfaCoverage,
  EntraMfaListedTeam,
  EntraMfaNotKnown,
  EntraMfaOwnersCoverage,
  EntraMfaTeamCoverage,
  EntraMfaTrust,
} from './EntraMfaCoverage';
export type {
  EntraMfaService,
  EntraMfaServiceOptions,
  EntraMfaUserStatus,
} from './EntraMfaService';
export { entraMfaServiceRef } from './entraMfaServiceRef';
