import { useEffect, type PropsWithChildren } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { entraMfaApiRef } from './EntraMfaApi';
import { queryClientOf } from './queryClientOf';
import styles from './EntraMfaProvider.module.css';

/** A signal is a nudge to read again; what is true stays with the API. */
function RefreshOnSignal() {
  const queryClient = useQueryClient();
  const { lastSignal } = useSignal('entra-mfa');
  useEffect(() => {
    if (lastSignal) {
      queryClient.invalidateQueries({ queryKey: ['entra-mfa'] });
    }
  }, [lastSignal, queryClient]);
  return null;
}

/** What every part of the plugin stands in: its cache, its refresh and its colours. */
export function EntraMfaProvider({ children }: PropsWithChildren<{}>) {
  const queryClient = queryClientOf(useApi(entraMfaApiRef));
  return (
    <QueryClientProvider client={queryClient}>
      <RefreshOnSignal />
      <div className={styles.root}>{children}</div>
    </QueryClientProvider>
  );
}
