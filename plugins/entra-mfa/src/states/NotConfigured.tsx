import { Text } from '@backstage/ui';
import { useTenants } from '../api/useTenants';
import { useWords } from '../messages/useWords';
import { ConsentSetUp } from './ConsentSetUp';
import { DataSetsTable } from './DataSetsTable';
import { Notice } from './Notice';
import styles from './states.module.css';

/** The first page of a new installation: the steps, and the permission of each data set. */
export function NotConfigured() {
  const { t } = useWords();
  const { data } = useTenants();
  return (
    <Notice title={t('states.notConfigured.title')}>
      <p>{t('states.notConfigured.intro')}</p>
      <ol className={styles.steps}>
        <li>{t('states.notConfigured.register')}</li>
        <li>{t('states.notConfigured.grant')}</li>
        <li>{t('states.notConfigured.configure')}</li>
        <li>{t('states.notConfigured.restart')}</li>
      </ol>
      {data && (
        <>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('states.notConfigured.permissions')}
          </Text>
          <DataSetsTable dataSets={data.dataSets} />
          <ConsentSetUp dataSets={data.dataSets} />
        </>
      )}
    </Notice>
  );
}
