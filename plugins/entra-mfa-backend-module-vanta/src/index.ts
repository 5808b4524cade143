/**
 * A module of the Entra MFA backend that pushes evidence to Vanta.
 *
 * @packageDocumentation
 */
export { entraMfaModuleVanta as default } from './module';
