import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type {
  ChosenDataSet,
  ConnectKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useSearchParams } from '../navigation/router';
import { useToast } from '../navigation/useToast';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import { ConnectForm } from './ConnectForm';
import { ConnectRequests } from './ConnectRequests';
import { ConnectSteps } from './ConnectSteps';
import { useConnect } from './useConnect';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

/** What is chosen at first: what figures need, and nothing that takes a permission of its own besides. */
function leastOf(dataSets: readonly ChosenDataSet[]): ChosenDataSet['id'][] {
  const needed = new Set(
    dataSets.filter(set => set.needed).map(({ permission }) => permission),
  );
  return dataSets
    .filter(set => !set.needed && !needed.has(set.permission))
    .map(({ id }) => id);
}

/** Where a tenant is connected: the steps, the form, and what came of earlier ones. */
export function ConnectView() {
  const { t } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const { data, error, refetch } = useConnect();
  const [chosen, setChosen] = useState<ChosenDataSet['id'][] | null>(null);
  const [kind, setKind] = useState<ConnectKind>('consent');
  const awaited = useRef(new Set<string>());
  const connected = useCallback(() => {
    toast(t('connections.connect.granted'), 'success');
    client.invalidateQueries({ queryKey: ['entra-mfa'] });
  }, [toast, t, client]);
  useEffect(() => {
    for (const { id, state } of data?.requests ?? []) {
      if (state === 'waiting') {
        awaited.current.add(id);
      } else if (awaited.current.delete(id) && state === 'granted') {
        connected();
      }
    }
  }, [data, connected]);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  const { application, dataSets, kinds, requests } = data;
  if (!application) {
    return (
      <Panel title={t('connections.connect.title')}>
        <p className={styles.note}>{t('connections.connect.noApplication')}</p>
      </Panel>
    );
  }
  const switchedOff = chosen ?? leastOf(dataSets);
  const permissions = dataSets
    .filter(
      ({ id, byReader }) =>
        !switchedOff.includes(id) && (byReader || kind !== 'reader'),
    )
    .flatMap(({ permission }) => permission ?? []);
  return (
    <div className={shared.stack}>
      <div className={styles.connectColumns}>
        <ConnectForm
          dataSets={dataSets}
          kinds={kinds}
          kind={kind}
          onKind={setKind}
          tenant={search.get('connect') ?? ''}
          switchedOff={switchedOff}
          onSwitchedOff={setChosen}
          onConnected={connected}
        />
        <ConnectSteps
          kind={kind}
          application={application}
          permissions={[...new Set(permissions)].sort()}
        />
      </div>
      <ConnectRequests requests={requests} />
    </div>
  );
}
