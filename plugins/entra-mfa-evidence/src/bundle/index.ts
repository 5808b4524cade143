export { bundleFiles } from './bundleFiles';
export { openBundleFile } from './openBundleFile';
export type {
  BundleContent,
  BundleFile,
  BundleInclusion,
  BundlePerson,
} from './types';
export { verifyBundle } from './verifyBundle';
export type { BundleCheck, BundleReader } from './verifyBundle';
