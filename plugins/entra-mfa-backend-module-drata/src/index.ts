/**
 * A module of the Entra MFA backend that pushes evidence to Drata.
 *
 * @packageDocumentation
 */
export { entraMfaModuleDrata as default } from './module';
