import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Changes } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { QueryOf } from '../types';

/** What changed between two dates. `Who` says for whom: see EntraMfaService. */
export interface ChangesService<Who = BackstageCredentials> {
  getChanges(query: QueryOf<'getChanges'>, who: Who): Promise<Changes>;
}
