import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** What a row of a data set becomes. @public */
export interface EntraMfaRecord {
  /**
   * Unique in its data set, at most 255 characters. A record whose key is the object id of a person, in
   * lower case, is shown on the person's page, and emptied when the person is erased.
   */
  key: string;
  /**
   * What is kept. Its properties come in the same order and its lists sorted, so that the same row gives
   * the same JSON; what moves by itself is left out. It is shown to who may see the person by name, so
   * nothing that is secret belongs in it.
   */
  body: JsonObject;
}

/**
 * A data set of Microsoft Graph that a module brings: read with each sync, kept with its history, shown with
 * what it needs on the page. It decides nobody's state, and a sync that cannot read it goes on
 * without.
 *
 * @public
 */
export interface EntraMfaDataSet {
  /** Whose it is and what, with a slash: `acme/leavers`. */
  id: `${string}/${string}`;
  /** What it is called on pages and in messages, as in "it may not read …". */
  title: string;
  /** The collection, relative to the version of the API: `/identityProtection/riskyUsers`. */
  endpoint: string;
  /** Query parameters of the first page. */
  query?: Record<string, string>;
  /** Headers of every page. */
  headers?: Record<string, string>;
  /** The least privileged application permission that reads it; null where another data set's covers it. */
  permission: string | null;
  /** The licence that the tenant needs for it; null for none. */
  licence?: string | null;
  /** What the permission is for, in words for who has to grant it. */
  why: string;
  /** Microsoft's page on the endpoint. */
  documentation?: string;
  /**
   * What may be missing in a tenant that is well: with `licence`, one that it need not have; with `always`,
   * the whole data set. It is told with the run, and is no problem of the tenant's health.
   */
  optional?: 'licence' | 'always';
  /** An answer without rows is not believed: `never`, or `not-again` where there were rows before. */
  refuseEmpty?: 'never' | 'not-again';
  /** Read once in so many hours, and not with each sync; until then what was read stays as it is. */
  cadenceHours?: number;
  /**
   * What becomes of a row. Where it throws, the row is not as documented, and nothing of this reading is
   * kept; the error is not told, because it may name a person.
   */
  toRecords(row: JsonObject): EntraMfaRecord[];
}

/** Takes data sets of other modules. @public */
export interface EntraMfaDataSetsExtensionPoint {
  /** Throws where one of this id was added already, or the id has no slash. */
  addDataSet(dataSet: EntraMfaDataSet): void;
}

/** See {@link EntraMfaDataSetsExtensionPoint}. @public */
export const entraMfaDataSetsExtensionPoint =
  createExtensionPoint<EntraMfaDataSetsExtensionPoint>({
    id: 'entra-mfa.data-sets',
  });
