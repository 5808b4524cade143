import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { CheckPanel } from '../connections/CheckPanel';
import { Panel } from '../components/Panel';
import { HoldsPanel } from '../hold/HoldsPanel';
import { DataSetsTable } from '../states/DataSetsTable';
import { useWords } from '../messages/useWords';
import { Runs } from './Runs';
import { UnmatchedPanel } from './UnmatchedPanel';
import { useTenants } from '../api/useTenants';
import shared from '../components/shared.module.css';

/** Can I trust the figure: what was read, what it cost, what failed, and what did not match. */
export function DataTab({ overview }: { overview: Overview }) {
  const { t } = useWords();
  const { data } = useTenants();
  return (
    <div className={shared.stack}>
      {overview.tenant && <CheckPanel tenant={overview.tenant.id} />}
      <Runs />
      {overview.tenant && <HoldsPanel tenant={overview.tenant.id} />}
      <UnmatchedPanel overview={overview} />
      {data && (
        <Panel title={t('data.permissions')}>
          <DataSetsTable dataSets={data.dataSets} />
        </Panel>
      )}
    </div>
  );
}
