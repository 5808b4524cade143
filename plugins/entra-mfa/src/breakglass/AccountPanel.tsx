import { usePermission } from '@backstage/plugin-permission-react';
import {
  entraMfaBreakGlassRecordPermission,
  type BreakGlassAccount,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { OutcomeLabel } from './OutcomeLabel';
import { RecordDrillButton } from './RecordDrillButton';
import { useCheckWords } from './useCheckWords';
import shared from '../components/shared.module.css';
import styles from './breakGlass.module.css';

function Drills({ account }: { account: BreakGlassAccount }) {
  const { t, dayOf } = useWords();
  return (
    <>
      <h3 className={shared.subheading}>{t('breakGlass.drills.title')}</h3>
      {account.drills.length === 0 ? (
        <p className={styles.note}>{t('breakGlass.drills.none')}</p>
      ) : (
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
      )}
    </>
  );
}

/** One account: each check with what it found, and its drills. */
export function AccountPanel(props: {
  account: BreakGlassAccount;
  tenant: string;
}) {
  const { account, tenant } = props;
  const { t } = useWords();
  const found = useCheckWords();
  const { at } = usePageParams();
  const permission = entraMfaBreakGlassRecordPermission;
  const { allowed } = usePermission({ permission });
  const name =
    account.displayName ?? t('breakGlass.account', { id: account.id });
  return (
    <Panel title={name} aside={<OutcomeLabel outcome={account.outcome} />}>
      <p className={styles.note}>
        {account.userPrincipalName && `${account.userPrincipalName} · `}
        <code className={shared.breakable}>{account.id}</code>
      </p>
      <dl className={styles.checks}>
        {account.checks.map(result => (
          <div key={result.check} className={styles.check}>
            <dt>{t(`breakGlass.check.${camel(result.check)}`)}</dt>
            <dd>
              <OutcomeLabel outcome={result.outcome} />
              <span className={shared.breakable}>{found(result)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Drills account={account} />
      {allowed && !at && (
        <div className={styles.action}>
          <RecordDrillButton tenant={tenant} id={account.id} account={name} />
        </div>
      )}
    </Panel>
  );
}
