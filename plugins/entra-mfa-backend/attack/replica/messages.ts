import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';

/** A tenant as a replica is configured for it. */
export type TenantAccess = {
  tenantId: string;
  clientId: string;
  clientSecret: string;
  authority: string;
  graphRoot: string;
};

/** What the attack tells a replica; each is answered once. */
export type Command =
  | { kind: 'start'; database: Knex.Config; tenants: TenantAccess[] }
  | { kind: 'stop' }
  /** What the catalog answers from now on; null for one that is down. */
  | { kind: 'catalog'; entities: Entity[] | null }
  | { kind: 'clock'; now: number }
  | { kind: 'sync'; tenantId: string }
  /** The process kills itself before or after the statement of that number from now on. */
  | { kind: 'die'; statement: number; when: 'before' | 'after' };

/** How a sync ended: with an error, or null, and how many statements it took. */
export interface SyncEnd {
  failure: string | null;
  statements: number;
  /** The time on the replica's clock, which moves on where it waits. */
  now: number;
}

/** The answer of each kind of command. */
export interface Answers {
  start: { port: number };
  stop: null;
  catalog: null;
  clock: null;
  sync: SyncEnd;
  die: null;
}

/** A command on its way. */
export interface Envelope {
  id: number;
  command: Command;
}

/** An answer on its way. */
export interface Reply {
  id: number;
  value?: unknown;
  error?: string;
}
