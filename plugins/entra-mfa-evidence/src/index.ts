/**
 * The format of the evidence that Entra MFA for Backstage keeps. It depends on neither Backstage nor a database, so
 * that whoever is given evidence can check it with this alone.
 *
 * @packageDocumentation
 */
export {
  assessmentBundleFiles,
  assessmentStatementSchema,
  bundleFiles,
  openBundleFile,
  oscalNamespace,
  verifyBundle,
} from './bundle';
export type {
  AssessmentBundleContent,
  AssessmentStatement,
  BundleCheck,
  BundleContent,
  BundleFile,
  BundleInclusion,
  BundlePerson,
  BundleReader,
  TimestampSource,
} from './bundle';
export { canonicalJson, fingerprintOf } from './canonicalJson';
export {
  evidenceItem,
  evidenceTypes,
  leafOf,
  snapshotStatementSchema,
} from './items';
export type {
  EvidenceBody,
  EvidenceItem,
  EvidenceType,
  SnapshotStatement,
} from './items';
export * from './merkle';
export * from './signatures';
