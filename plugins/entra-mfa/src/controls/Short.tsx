import type { ControlResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './controls.module.css';

/** How many people a share is short of its target; where the count itself says it, nothing. */
export function Short({ result }: { result: ControlResult }) {
  const { t } = useWords();
  const { short, targetPermille } = result;
  return short && targetPermille !== null ? (
    <span className={styles.since}>
      {t('controls.short', { count: short })}
    </span>
  ) : null;
}
