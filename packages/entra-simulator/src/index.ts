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
export { SimulatedClock } from './clock';
export { Faults } from './faults/Faults';
export type {
  FaultProfile,
  FaultProfileInput,
  FaultRule,
} from './faults/faultProfile';
export type { SimulatorOptions } from './options';
export type { EndpointName } from './server/endpointNames';
export type { StatsSnapshot } from './server/Stats';
export { startSimulator, type Simulator } from './startSimulator';
export type { ReportRow } from './tenant/reportRow';
export { GeneratedTenant } from './tenant/generatedTenant';
