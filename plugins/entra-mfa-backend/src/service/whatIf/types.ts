import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { QueryOf } from '../types';

/** What is asked: see the contract. */
export type WhatIfQuestion = QueryOf<'getWhatIf'>;

/** Says what a figure would be. */
export interface WhatIfService<Who = BackstageCredentials> {
  /** @param signal - ends the computation when nobody waits for it any more */
  getWhatIf(
    query: WhatIfQuestion,
    signal: AbortSignal,
    who: Who,
  ): Promise<WhatIf>;
}
