/**
 * Syncs MFA registration from Microsoft Graph, keeps its history and serves coverage per team.
 *
 * @packageDocumentation
 */
export { entraMfaPlugin as default } from './plugin';
