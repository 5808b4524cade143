import type { QueryClient } from '@tanstack/react-query';

/** The mutations that ask for a sync. */
export const askedSyncKey = ['entra-mfa', 'start-sync'];

/** A free replica takes a sync that was asked for within some seconds. */
const BEGINS_WITHIN_MS = 30_000;

/**
 * After how many milliseconds to read again: soon while a sync runs, and while one that was asked for
 * here may not have begun.
 */
export function refreshAfter(client: QueryClient, runs: boolean): number {
  const isExpected = client
    .getMutationCache()
    .findAll({ mutationKey: askedSyncKey, status: 'success' })
    .some(({ state }) => Date.now() - state.submittedAt < BEGINS_WITHIN_MS);
  return runs || isExpected ? 2_000 : 60_000;
}
