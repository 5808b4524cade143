import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ConnectRequest,
  ConnectStarted,
  RouteBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { useSend } from '../api/useSend';

/** What a tenant is connected with, and which requests there are: asked again soon while one is awaited. */
export const useConnect = (options: { enabled?: boolean } = {}) =>
  useRead(
    'getConnect',
    {},
    {},
    {
      ...options,
      every: answer =>
        answer?.requests.some(({ state }) => state === 'waiting')
          ? 2_000
          : 60_000,
    },
  );

/** Commands about connections: what was read before them is asked for again. */
export function useConnectCommands() {
  const send = useSend();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['entra-mfa'] });
  return {
    begin: useMutation<ConnectStarted, Error, RouteBody<'beginConnect'>>({
      mutationFn: body => send('beginConnect', {}, {}, { body }),
      onSuccess,
    }),
    withdraw: useMutation<ConnectRequest, Error, string>({
      mutationFn: id => send('withdrawConnect', { id }),
      onSuccess,
    }),
  };
}
