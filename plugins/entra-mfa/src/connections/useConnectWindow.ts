import { useRef, useState } from 'react';
import type {
  ConnectStarted,
  RouteBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useConnectCommands } from './useConnect';

/** Begins to connect a tenant, and opens Microsoft's page in a window of its own. */
export function useConnectWindow() {
  const [started, setStarted] = useState<ConnectStarted | null>(null);
  const page = useRef<Window | null>(null);
  const { begin } = useConnectCommands();
  const start = (
    body: RouteBody<'beginConnect'>,
    /** Hears of what came of it at once. */
    onStarted?: (answer: ConnectStarted) => void,
  ) => {
    // Opened by the click itself, before the answer is there: else browsers block it.
    page.current =
      body.handOn || body.kind === 'application'
        ? null
        : window.open('', '_blank', 'popup,width=560,height=720');
    begin.mutate(body, {
      onSuccess: answer => {
        setStarted(answer);
        onStarted?.(answer);
        if (page.current && answer.url) {
          page.current.location.href = answer.url;
        }
      },
      onError: () => {
        setStarted(null);
        page.current?.close();
      },
    });
  };
  return {
    start,
    started,
    /** Where to go, where the browser has opened no window. */
    blockedUrl:
      started && !started.request.handedOn && !page.current
        ? started.url
        : null,
    error: begin.error,
    isPending: begin.isPending,
  };
}
