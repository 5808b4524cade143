import type {
  Connect,
  ConnectKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import styles from './connections.module.css';

/** What it takes to connect a tenant, who can do it, and what never happens. */
export function ConnectSteps(props: {
  kind: ConnectKind;
  application: NonNullable<Connect['application']>;
  permissions: readonly string[];
}) {
  const { t } = useWords();
  const { kind, application, permissions } = props;
  return (
    <Panel title={t('connections.connect.steps')}>
      <ol className={styles.steps}>
        <li>{t('connections.connect.stepTenant')}</li>
        {kind === 'application' && (
          <>
            <li>{t('connections.connect.stepOwn')}</li>
            <li>{t('connections.connect.stepOwnConsent')}</li>
            <li>{t('connections.connect.stepOwnSecret')}</li>
            <li>{t('connections.connect.stepRead')}</li>
          </>
        )}
        {kind === 'consent' && (
          <>
            <li>{t('connections.connect.stepRole')}</li>
            <li>{t('connections.connect.stepConsent')}</li>
            <li>{t('connections.connect.stepRead')}</li>
          </>
        )}
        {kind === 'reader' && (
          <>
            <li>{t('connections.connect.stepReader')}</li>
            <li>{t('connections.connect.stepRead')}</li>
            <li>{t('connections.connect.stepReaderAgain')}</li>
          </>
        )}
      </ol>
      <p className={styles.note}>{t('connections.connect.readOnly')}</p>
      <dl className={shared.facts}>
        <div>
          <dt>{t('connections.connect.asked')}</dt>
          <dd>
            {permissions.map(permission => (
              <div key={permission}>
                <code>{permission}</code>
              </div>
            ))}
          </dd>
        </div>
        {kind !== 'application' && (
          <>
            <div>
              <dt>{t('connections.overview.app')}</dt>
              <dd>
                <code>{application.clientId}</code>
              </dd>
            </div>
            <div>
              <dt>{t('connections.connect.redirect')}</dt>
              <dd>
                <code>{application.redirectUri}</code>
              </dd>
            </div>
          </>
        )}
      </dl>
    </Panel>
  );
}
