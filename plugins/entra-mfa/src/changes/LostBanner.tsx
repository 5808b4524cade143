import { Alert, Link } from '@backstage/ui';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { useChanges } from './useChanges';
import styles from './changes.module.css';

/** So many are named; the tab shows the others. */
const NAMES = 5;

/** The alarm: who lost their registration in the last seven days, by name where names may be seen. */
export function LostBanner() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const links = useLinks({ tenant, at });
  const { data: changes } = useChanges(tenant, { kind: 'lost', to: at }, NAMES);
  const lost = changes?.counts?.lost ?? 0;
  if (!changes || lost === 0) return null;
  const more = lost - changes.items.length;
  return (
    <Alert
      status="danger"
      icon
      role="status"
      title={t('changes.alarm.title', { count: lost })}
      description={
        <div className={styles.alarm}>
          {changes.items.length > 0 && (
            <ul className={styles.names}>
              {changes.items.map(change => (
                <li key={change.id}>
                  <Link href={links.person(change)}>
                    {change.after?.displayName}
                  </Link>
                </li>
              ))}
              {more > 0 && <li>{t('changes.alarm.more', { count: more })}</li>}
            </ul>
          )}
          <p>
            {t('changes.alarm.text')}{' '}
            <Link href={links.changes({ kind: 'lost' })}>
              {t(
                changes.items.length > 0
                  ? 'changes.alarm.see'
                  : 'changes.alarm.seeCounts',
              )}
            </Link>
          </p>
        </div>
      }
    />
  );
}
