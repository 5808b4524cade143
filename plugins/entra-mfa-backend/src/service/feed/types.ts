import type { Knex } from 'knex';
import type { Framework } from '../../assess/controls/framework';
import type { Snapshot, SnapshotView } from '../../store/asOf/types';
import type { Pseudonyms } from '../exports/Pseudonyms';
import type { EventOf } from './ocsf/event';

/** What a feed is read from. */
export interface FeedSource {
  knex: Knex;
  /** The frameworks whose controls are tested. */
  frameworks: readonly Framework[];
  view: SnapshotView;
  at: Snapshot;
  /** The snapshot after which something must have changed; null for everything. */
  since: number | null;
  /** Null where the feed gives names. */
  pseudonyms: Pseudonyms | null;
  of: EventOf;
}

/** Reads the events of a class, in batches. */
export type FeedReader = (source: FeedSource) => AsyncIterable<object>;
