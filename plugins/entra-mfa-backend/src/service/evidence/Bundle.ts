import type { BundleFile, BundlePerson } from '@entra-mfa/evidence';

/** A bundle that was begun, ready to be sent. */
export interface Bundle {
  tenantId: string;
  /** Without its end. */
  name: string;
  /** Null where nobody is in it. */
  people: AsyncIterable<BundlePerson> | null;
  /** Its files, one after the other; people in batches as they are read. */
  files(
    people: AsyncIterable<readonly BundlePerson[]> | null,
  ): AsyncIterable<BundleFile>;
}
