import { Alert } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  entraMfaHoldReleasePermission,
  type PublicationHold,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { doubtedText, heldFigure } from './heldFigure';
import { ReleaseButton } from './ReleaseButton';
import styles from './hold.module.css';

/** A sudden fall is held back: what fell, why it is doubted, and for who may, the way to release it. */
export function HoldBanner(props: {
  tenant: string;
  hold: PublicationHold;
  /** Whether a past day is shown, of which nothing can be released. */
  past: boolean;
}) {
  const { tenant, hold, past } = props;
  const words = useWords();
  const { t } = words;
  const permission = entraMfaHoldReleasePermission;
  const { allowed } = usePermission({ permission });
  const isOpen = !past && hold.releasedAt === null;
  const since = words.momentOf(hold.since);
  const title = hold.dataSets
    ? t(past ? 'hold.titleDoubtedPast' : 'hold.titleDoubted', {
        what: doubtedText(words, hold.dataSets),
      })
    : t(past ? 'hold.titlePast' : 'hold.title', {
        from: heldFigure(words, hold.from),
        to: heldFigure(words, hold.to),
      });
  return (
    <Alert
      status="danger"
      icon
      role="status"
      title={title}
      description={
        <div className={styles.text}>
          <p>
            {hold.dataSets
              ? t('hold.textDoubted', { since })
              : t('hold.text', { count: hold.people, since })}
          </p>
          {isOpen && !hold.dataSets && <p>{t('hold.why')}</p>}
          {isOpen && !allowed && (
            <p>{t('hold.mayRelease', { permission: permission.name })}</p>
          )}
          {hold.releasedAt && (
            <p>
              {t('hold.released', { date: words.momentOf(hold.releasedAt) })}
            </p>
          )}
        </div>
      }
      customActions={
        isOpen && allowed ? (
          <ReleaseButton tenant={tenant} hold={hold} />
        ) : undefined
      }
    />
  );
}
