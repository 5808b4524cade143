import { Skeleton } from '@backstage/ui';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { AccountMatrix } from './AccountMatrix';
import { DrillsPanel } from './DrillsPanel';
import { FindingsPanel } from './FindingsPanel';
import { useBreakGlass } from './useBreakGlass';
import shared from '../components/shared.module.css';

/** The register of emergency access accounts: what is to be done, what each account passes, and its drills. */
export function BreakGlassTab() {
  const { data, error, refetch } = useBreakGlass(usePageParams());
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={320} />;
  return (
    <div className={shared.stack}>
      <FindingsPanel register={data} />
      {data.tenant && data.accounts.length > 0 && (
        <>
          <AccountMatrix accounts={data.accounts} />
          <DrillsPanel
            accounts={data.accounts}
            tenant={data.tenant.id}
            isOver={data.tenant.disconnectedAt !== undefined}
          />
        </>
      )}
    </div>
  );
}
