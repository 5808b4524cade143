export { assessmentBundleFiles } from './assessmentBundleFiles';
export { assessmentStatementSchema } from './assessmentSchemas';
export type { AssessmentStatement } from './assessmentSchemas';
export type { BundleCheck, BundleReader } from './BundleChecks';
export { bundleFiles } from './bundleFiles';
export { oscalNamespace } from './differenceOfOscal';
export { openBundleFile } from './openBundleFile';
export type {
  AssessmentBundleContent,
  BundleContent,
  BundleFile,
  BundleInclusion,
  BundlePerson,
  TimestampSource,
} from './types';
export { verifyBundle } from './verifyBundle';
