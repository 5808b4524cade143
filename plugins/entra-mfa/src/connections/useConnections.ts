import type { Connection } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { refreshAfter } from '../api/askedSync';
import { useRead } from '../api/useRead';

/** Whether somebody has to act on a connection. */
export const needsAttention = ({ state, stale }: Connection) =>
  state === 'needs-attention' || stale !== null;

/** Every connection with its state. */
export const useConnections = (options: { enabled?: boolean } = {}) =>
  useRead(
    'getConnections',
    {},
    {},
    {
      ...options,
      every: (answer, client) =>
        refreshAfter(
          client,
          answer?.items.some(({ state }) => state === 'connecting') ?? false,
        ),
    },
  );
