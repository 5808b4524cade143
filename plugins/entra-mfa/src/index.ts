/**
 * Which of my people have not registered for MFA, and whose team are they on: the KPI page and the
 * cards, for the new frontend system. The old one takes them from `./legacy`.
 *
 * @packageDocumentation
 */
export { entraMfaPlugin as default } from './plugin';
export {
  createEntraMfaColumn,
  type EntraMfaColumn,
} from './catalog/createEntraMfaColumn';
export {
  entraMfaApiRef,
  type SavedFile,
  type EntraMfaApi,
} from './api/EntraMfaApi';
export { entraMfaTranslationRef } from './messages/translation';
export { rootRouteRef } from './navigation/routes';
