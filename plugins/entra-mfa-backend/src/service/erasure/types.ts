import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  PersonErased,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';

/** Whom to forget. */
export type ErasedParams = z.output<(typeof routes)['erasePerson']['params']>;

/** Why somebody is forgotten. */
export type EraseBody = z.output<(typeof routes)['erasePerson']['body']>;

/**
 * Forgets people. `Who` is the caller's credentials, or the entity ref of the user who may act.
 */
export interface ErasureService<Who = BackstageCredentials> {
  erase(person: ErasedParams, body: EraseBody, who: Who): Promise<PersonErased>;
}
