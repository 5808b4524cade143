import { RiAlertFill } from '@remixicon/react';
import type { ConnectionCheck } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './connections.module.css';

/** Permissions of the application that nothing needs: least privilege, shown. */
export function MoreThanNeeded(props: {
  found: ConnectionCheck['moreThanNeeded'];
}) {
  const { t } = useWords();
  if (props.found.length === 0) return null;
  return (
    <section className={styles.more}>
      <h3>{t('check.more.title')}</h3>
      <p>{t('check.more.text')}</p>
      <ul>
        {props.found.map(({ permission, writes }) => (
          <li
            key={permission}
            className={styles.verdict}
            data-verdict={writes ? 'refused' : 'optional'}
          >
            {writes && <RiAlertFill size={16} aria-hidden />}
            <code>{permission}</code>{' '}
            {writes ? t('check.more.writes') : t('check.more.reads')}
          </li>
        ))}
      </ul>
    </section>
  );
}
