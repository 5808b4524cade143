/**
 * A module of the scorecard backend of Red Hat Developer Hub with a metric of MFA registration.
 *
 * @packageDocumentation
 */
export { scorecardModuleEntraMfa as default } from './module';
