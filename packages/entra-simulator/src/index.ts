/**
 * A Microsoft Entra tenant on this machine: sign-in and Graph over TLS, with throttling and faults.
 *
 * @packageDocumentation
 */
export {
  describeTenant,
  type KnownPerson,
  type TenantDescription,
} from './describeTenant';
export { ensureCertificate, type Certificate } from './certificate';
export { makeAppCertificate } from './makeAppCertificate';
export { SimulatedClock } from './clock';
export { Faults } from './faults/Faults';
export {
  faultProfile,
  faultRule,
  type FaultProfile,
  type FaultProfileInput,
  type FaultRule,
} from './faults/faultProfile';
export { simulatorOptions, type SimulatorOptions } from './options';
export {
  Application,
  applicationRegistration,
  federatedCredential,
  type ApplicationChange,
  type ApplicationRegistration,
} from './server/Application';
export { Consents, type Consent } from './server/Consents';
export { Grants, type RefreshTokenEnd } from './server/Grants';
export { multiTenantApplication } from './server/multiTenantApplication';
export { endpointNames, type EndpointName } from './server/endpointNames';
export type { StatsSnapshot } from './server/Stats';
export {
  startSimulator,
  type Simulator,
  type TenantOfSimulator,
} from './startSimulator';
export type { ReportRow } from './tenant/reportRow';
export type { SimulatedTenant } from './tenant/SimulatedTenant';
export type { TenantEvent } from './tenant/events';
export { otherTenant } from './tenant/tenantOptions';
export type { Registration } from './tenant/methodMix';
