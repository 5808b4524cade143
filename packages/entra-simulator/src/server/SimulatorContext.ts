import type { SimulatedClock } from '../clock';
import type { Faults } from '../faults/Faults';
import type { ResolvedOptions } from '../options';
import type { AccessTokens } from './AccessTokens';
import type { Application } from './Application';
import type { Consents } from './Consents';
import type { Grants } from './Grants';
import type { MultiTenantApplication } from './multiTenantApplication';
import type { PageCache } from './PageCache';
import type { RegisteredApplication } from './RegisteredApplication';
import type { Stats } from './Stats';
import type { Tenants } from './Tenants';

/** Everything that the parts of the server share. */
export type SimulatorContext = {
  options: ResolvedOptions;
  clock: SimulatedClock;
  faults: Faults;
  stats: Stats;
  tokens: AccessTokens;
  /** The registration of the first tenant. */
  application: Application;
  /** The application of any tenant, if there is one. */
  multiTenant?: MultiTenantApplication & RegisteredApplication;
  consents: Consents;
  grants: Grants;
  pages: PageCache;
  tenants: Tenants;
};
