import { usePermission } from '@backstage/plugin-permission-react';
import {
  entraMfaBreakGlassRecordPermission,
  type BreakGlassAccount,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { RecordDrillButton } from './RecordDrillButton';
import { useAccountName } from './useAccountName';
import shared from '../components/shared.module.css';
import styles from './breakGlass.module.css';

function DrillsOf({ account }: { account: BreakGlassAccount }) {
  const { t, dayOf } = useWords();
  if (account.drills.length === 0) {
    return <p className={styles.note}>{t('breakGlass.drills.none')}</p>;
  }
  return (
    <ul className={styles.plain}>
      {account.drills.map(drill => (
        <li key={`${drill.on} ${drill.recordedAt}`}>
          <Moment iso={drill.recordedAt}>
            {t('breakGlass.drills.by', {
              date: dayOf(drill.on),
              by: drill.recordedBy,
            })}
          </Moment>
          {drill.note && <span className={styles.note}> {drill.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Which accounts these are, account by account, and when each was tried. */
export function DrillsPanel(props: {
  accounts: BreakGlassAccount[];
  tenant: string;
  /** Whether nothing is read of the tenant any more. */
  isOver?: boolean;
}) {
  const { accounts, tenant, isOver = false } = props;
  const { t } = useWords();
  const nameOf = useAccountName();
  const { at } = usePageParams();
  const permission = entraMfaBreakGlassRecordPermission;
  const { allowed } = usePermission({ permission });
  return (
    <Panel title={t('breakGlass.drills.title')}>
      {accounts.map(account => (
        <section
          key={account.id}
          className={styles.account}
          aria-label={nameOf(account)}
        >
          <div>
            <h3 className={shared.subheading}>{nameOf(account)}</h3>
            <p className={styles.note}>
              {account.userPrincipalName && `${account.userPrincipalName} · `}
              <code className={shared.breakable}>{account.id}</code>
            </p>
          </div>
          <DrillsOf account={account} />
          {allowed && !at && !isOver && (
            <RecordDrillButton
              tenant={tenant}
              id={account.id}
              account={nameOf(account)}
            />
          )}
        </section>
      ))}
    </Panel>
  );
}
