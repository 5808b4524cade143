import { Skeleton } from '@backstage/ui';
import { entraMfaComplianceReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { statusOf } from '../api/statusOf';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { usePageParams } from '../navigation/usePageParams';
import { controlsChecks } from '../navigation/valueChecks';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { Notice } from '../states/Notice';
import { WrongValues } from '../states/WrongValues';
import { ControlList } from './ControlList';
import { FrameworkPanel } from './FrameworkPanel';
import { useControls } from './useControls';
import shared from '../components/shared.module.css';

/** The controls of a framework: how many are met, and each in a line. */
export function ControlsTab() {
  const { t } = useWords();
  const { values, change, wrong } = useCheckedValues(controlsChecks);
  const { data, error, refetch } = useControls(
    usePageParams(),
    values.framework,
  );
  if (statusOf(error) === 403) {
    return (
      <Notice title={t('states.noPermission.title')}>
        <p>
          {t('controls.noPermission', {
            permission: <code>{entraMfaComplianceReadPermission.name}</code>,
          })}
        </p>
      </Notice>
    );
  }
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={320} />;
  const isTested = data.controls.some(({ status }) => status !== null);
  return (
    <div className={shared.stack}>
      <WrongValues wrong={wrong} />
      <FrameworkPanel
        controls={data}
        onChange={framework => change({ framework })}
      />
      <Panel title={t('overview.tabs.controls')}>
        {isTested ? (
          <ControlList controls={data} />
        ) : (
          <EmptyState title={t('controls.empty.title')}>
            {t('controls.empty.text')}
          </EmptyState>
        )}
      </Panel>
    </div>
  );
}
