/**
 * A module of the Tech Insights backend with facts of how teams stand with MFA registration.
 *
 * @packageDocumentation
 */
export { techInsightsModuleEntraMfa as default } from './module';
