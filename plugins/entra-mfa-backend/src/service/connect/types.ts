import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { Collector } from '../../collectors/types';
import type { EntraMfaConfig } from '../../config/types';
import type { Connections } from '../../connections/Connections';
import type { Safe } from '../../sealing/Safe';

/** What connections are made with. */
export interface ConnectServiceOptions {
  config: EntraMfaConfig;
  collectors: readonly Collector[];
  connections: Pick<
    Connections,
    | 'askedInPortal'
    | 'connectInPortal'
    | 'changeInPortal'
    | 'disconnectInPortal'
    | 'record'
  >;
  knex: Knex;
  clock: EntraMfaClock;
  /** Where this plugin answers, as browsers reach it: `https://portal.example.com/api/entra-mfa`. */
  address: string;
  /** Where secrets are kept; null where this portal has no key. */
  safe: Safe | null;
  /** Has a tenant read as soon as can be. */
  readNow(tenantId: string): Promise<void>;
  /** Hears that a tenant came, went or is read in another way: has this replica follow at once. */
  changed(): Promise<void>;
}

/** What whoever was led here by a browser gets: another address, or a page. */
export type PageAnswer =
  | { redirect: string }
  | {
      html: string;
      status: 200 | 410;
      /** What came of it, for the record. */
      outcome: 'granted' | 'refused' | 'failed' | 'over';
      tenantId?: string;
    };
