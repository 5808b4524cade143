export { bundleFiles } from './bundleFiles';
export { oscalNamespace } from './differenceOfOscal';
export { openBundleFile } from './openBundleFile';
export type {
  BundleContent,
  BundleFile,
  BundleInclusion,
  BundlePerson,
  TimestampSource,
} from './types';
export { verifyBundle } from './verifyBundle';
export type { BundleCheck, BundleReader } from './verifyBundle';
