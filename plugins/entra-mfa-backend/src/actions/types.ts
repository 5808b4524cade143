import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { EntraMfaService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { z } from 'zod/v3';

/** The builder of schemas that the registry of actions gives: version 3 of zod. */
export type Z = typeof z;

/** Registers an action; what it asks, it asks on behalf of who calls it. */
export type Register = (
  registry: ActionsRegistryService,
  service: EntraMfaService,
) => void;
