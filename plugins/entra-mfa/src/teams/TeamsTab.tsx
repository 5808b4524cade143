import { useDeferredValue, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { Panel } from '../components/Panel';
import { PanelAside } from '../components/PanelAside';
import { useWords } from '../messages/useWords';
import { TeamsExport } from './TeamsExport';
import { TeamTable } from './TeamTable';
import styles from './teams.module.css';

/** Teams as a tree, ranked by the people that they are short of; found as one types. */
export function TeamsTab() {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const q = useDeferredValue(query.trim());
  return (
    <Panel
      title={t('overview.tabs.teams')}
      aside={
        <PanelAside>
          {t('teams.caption')}
          <TeamsExport filter={{ q, sort: 'short' }} />
        </PanelAside>
      }
    >
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('teams.search')}
        placeholder={t('teams.search')}
        value={query}
        onChange={setQuery}
      />
      <TeamTable q={q} />
    </Panel>
  );
}
