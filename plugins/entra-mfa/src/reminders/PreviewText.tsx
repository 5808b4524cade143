import { Skeleton } from '@backstage/ui';
import type { RouteQuery } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { useWords } from '../messages/useWords';
import styles from './reminders.module.css';

/** Who would hear today: how many, how many cannot be reached, and the first of them by name for who may see names. */
export function PreviewText(props: {
  tenant: string | undefined;
  filter: Omit<RouteQuery<'previewReminders'>, 'tenant'>;
}) {
  const { t } = useWords();
  const { data, error } = useRead(
    'previewReminders',
    {},
    { tenant: props.tenant, ...props.filter },
    { keep: true },
  );
  if (error && !data) return null;
  if (!data) return <Skeleton width="100%" height={48} />;
  const { hear, unreachable, people } = data;
  return (
    <div className={styles.preview} role="status">
      {hear === null ? (
        <p>{t('reminders.preview.few')}</p>
      ) : (
        <strong>{t('reminders.preview.hear', { count: hear })}</strong>
      )}
      {!!unreachable && (
        <p>{t('reminders.preview.unreachable', { count: unreachable })}</p>
      )}
      {people.length > 0 && (
        <p className={styles.small}>
          {t('reminders.preview.first', {
            names: people.map(({ displayName }) => displayName).join(', '),
          })}
        </p>
      )}
    </div>
  );
}
