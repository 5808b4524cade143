import type { RouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Framework } from '../assess/controls/framework';
import type { Collector } from '../collectors/types';
import type { EntraMfaConfig } from '../config/types';
import type { PersonCriteria } from '../store/read/personFilter';
import type { SyncService } from '../sync/types';
import type { Snapshots } from './Snapshots';

/** The checked query of a route. */
export type QueryOf<N extends RouteName> = z.output<Routes[N]['query']>;

/** The checked body of a route that takes one. */
export type BodyOf<N extends RouteName> = Routes[N] extends {
  body: infer Body extends z.ZodObject;
}
  ? z.output<Body>
  : never;

/** Which people a caller may see by name. */
export type PeopleAccess =
  | { kind: 'all' }
  | { kind: 'some'; criteria: PersonCriteria }
  | { kind: 'none' };

/** What every read needs. */
export interface ReadContext {
  /** The frameworks whose controls are tested. */
  frameworks: readonly Framework[];
  /** Every data set that is read. */
  collectors: readonly Collector[];
  knex: Knex;
  config: EntraMfaConfig;
  clock: EntraMfaClock;
  sync: SyncService;
  snapshots: Snapshots;
}
