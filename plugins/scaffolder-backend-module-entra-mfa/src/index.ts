/**
 * A module of the scaffolder backend with actions that ask how a team stands with MFA registration.
 *
 * @packageDocumentation
 */
export { scaffolderModuleEntraMfa as default } from './module';
