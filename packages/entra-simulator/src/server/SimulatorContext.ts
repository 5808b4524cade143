import type { SimulatedClock } from '../clock';
import type { Faults } from '../faults/Faults';
import type { ResolvedOptions } from '../options';
import type { GeneratedTenant } from '../tenant/generatedTenant';
import type { Tenant } from '../tenant/Tenant';
import type { AccessTokens } from './AccessTokens';
import type { Application } from './Application';
import type { PageCache } from './PageCache';
import type { RateLimit } from './RateLimit';
import type { Stats } from './Stats';

/** Everything that the parts of the server share. */
export type SimulatorContext = {
  options: ResolvedOptions;
  clock: SimulatedClock;
  faults: Faults;
  stats: Stats;
  tokens: AccessTokens;
  application: Application;
  reportLimit?: RateLimit;
  pages: PageCache;
  tenant: Tenant;
  /** The tenant when it is generated, and not read from a folder. */
  generated?: GeneratedTenant;
};
