export type {
  EntraMfaAsOf,
  EntraMfaCoverage,
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
