import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { RuleSettings } from '../assess/types';
import type { Collector } from '../collectors/types';
import type { PageSource } from '../graph/types';
import type { Claim } from '../store/run/claimRun';

/** What every step of a run is given. */
export interface RunContext {
  rules: RuleSettings;
  /** The Entra groups whose members are read for exceptions, by object id. */
  exceptionGroups?: readonly string[];
  knex: Knex;
  claim: Claim;
  sources: Readonly<Record<Collector['source'], PageSource>>;
  /** Ids of data sets that are not read of this tenant. */
  switchedOff?: readonly string[];
  clock: EntraMfaClock;
  /** Aborts when the run is stopped, timed out or overtaken. */
  signal: AbortSignal;
  logger: LoggerService;
}
