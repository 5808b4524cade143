/**
 * A module of the catalog backend that tags User and Group entities with their MFA registration.
 *
 * @packageDocumentation
 */
export { catalogModuleEntraMfa as default } from './module';
export {
  ENTRA_MFA_COVERAGE_ANNOTATION,
  ENTRA_MFA_STATE_ANNOTATION,
  ENTRA_MFA_STATE_LABEL,
  ENTRA_MFA_TARGET_LABEL,
} from './labels/names';
