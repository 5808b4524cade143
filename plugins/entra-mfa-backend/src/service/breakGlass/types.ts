import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  BreakGlass,
  Drill,
  RecordDrillBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { QueryOf } from '../types';

/** A configured account of a tenant. */
export interface AccountOf {
  tenant: string;
  /** The object id. */
  id: string;
}

/** The register of emergency access accounts, for a caller. */
export interface BreakGlassService {
  getBreakGlass(
    query: QueryOf<'getBreakGlass'>,
    who: BackstageCredentials,
  ): Promise<BreakGlass>;
  recordDrill(
    account: AccountOf,
    body: RecordDrillBody,
    who: BackstageCredentials,
  ): Promise<Drill>;
}

/** The same for who has been let in: it trusts what it is told of the caller. */
export interface TrustingBreakGlassService {
  /** @param names - whether the caller may see everybody by name */
  getBreakGlass(
    query: QueryOf<'getBreakGlass'>,
    names: BreakGlass['names'],
  ): Promise<BreakGlass>;
  /** @param by - the user's entity ref */
  recordDrill(
    account: AccountOf,
    body: RecordDrillBody,
    by: string,
  ): Promise<Drill>;
}
