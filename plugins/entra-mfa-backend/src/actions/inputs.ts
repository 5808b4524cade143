import type { Z } from './types';

/** What actions may be asked for, each with what it means. */
export const inputs = {
  at: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'A past date such as 2026-11-21 (its end, UTC) or an instant in ISO 8601. Leave it out for now.',
      ),
  tenant: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'The id of a tenant, as list-tenants tells it. Leave it out for the first one that is configured.',
      ),
  team: (z: Z) =>
    z
      .string()
      .describe(
        'A Group entity ref such as group:default/payments. list-teams finds it by its name.',
      ),
  limit: (z: Z) =>
    z
      .number()
      .int()
      .min(1)
      .max(50)
      .optional()
      .describe('How many are listed at most; 20 without it.'),
  cursor: (z: Z) =>
    z
      .string()
      .optional()
      .describe('Where to go on: nextCursor of the answer before.'),
};

/** How many are listed where nobody says. */
export const LIMIT = 20;
