import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Holds,
  ReleaseAccepted,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';
import type { QueryOf } from '../types';

/** Why a figure is released, and which. */
export type ReleaseBody = z.output<(typeof routes)['releaseHold']['body']>;

/**
 * Figures that are held after a sudden fall. `Who` is the caller's credentials, or the entity ref of
 * the user who may act.
 */
export interface HoldService<Who = BackstageCredentials> {
  getHolds(
    tenantId: string,
    query: QueryOf<'getHolds'>,
    who: Who,
  ): Promise<Holds>;
  release(
    tenantId: string,
    body: ReleaseBody,
    who: Who,
  ): Promise<ReleaseAccepted>;
}
