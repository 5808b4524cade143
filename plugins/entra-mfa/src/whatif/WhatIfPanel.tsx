import { Skeleton } from '@backstage/ui';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { WrongValues } from '../states/WrongValues';
import { useWords } from '../messages/useWords';
import { useAssumption } from './useAssumption';
import { useWhatIf } from './useWhatIf';
import { WhatIfForm } from './WhatIfForm';
import { ScopeTrial } from './ScopeTrial';
import { WhatIfResult } from './WhatIfResult';
import styles from './whatif.module.css';

/** What the figure would be: switches, and both figures side by side. */
export function WhatIfPanel() {
  const { t } = useWords();
  const params = usePageParams();
  const { values: assumption, change, clear, wrong } = useAssumption();
  const assumed = Object.keys(assumption).some(name => name !== 'team');
  const { data, error, isFetching, refetch } = useWhatIf(
    params,
    assumption,
    assumed,
  );
  return (
    <>
      <Panel title={t('whatIf.title')}>
        <WrongValues wrong={wrong} />
        <p className={styles.intro}>{t('whatIf.intro')}</p>
        <div className={styles.columns}>
          <WhatIfForm
            assumption={assumption}
            onChange={change}
            onClear={() => clear()}
            past={params.at !== undefined}
          />
          <div className={styles.result} aria-live="polite">
            {!assumed && <p className={styles.hint}>{t('whatIf.none')}</p>}
            {assumed && error && <ErrorState error={error} onRetry={refetch} />}
            {assumed && !error && !data && isFetching && (
              <>
                <p className={styles.hint}>{t('whatIf.computing')}</p>
                <Skeleton width="100%" height={240} />
              </>
            )}
            {assumed && !error && data && <WhatIfResult answer={data} />}
          </div>
        </div>
      </Panel>
      <ScopeTrial />
    </>
  );
}
