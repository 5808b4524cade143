import type { EntityLabels } from '../labels/EntityLabels';

/** The labels of every tagged entity, by status key. */
export type StatusIndex = ReadonlyMap<string, EntityLabels>;

/** What the source answered. */
export type StatusAnswer =
  | { changed: false }
  | { changed: true; etag: string | undefined; index: StatusIndex };

/** Where statuses come from, all at once. Rejects when the backend is away. */
export interface StatusSource {
  /** @param etag - of the answer that the caller already has */
  load(etag: string | undefined): Promise<StatusAnswer>;
}
