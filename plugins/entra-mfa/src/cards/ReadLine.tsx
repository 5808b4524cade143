import type { Freshness } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** When the figures of a card were read, and that they are old. */
export function ReadLine({ freshness }: { freshness: Freshness }) {
  const { t, age } = useWords();
  const now = useNow();
  return (
    <span className={shared.smallLine}>
      {freshness.readAt && (
        <Moment iso={freshness.readAt}>
          {t('overview.read', { age: age(freshness.readAt, now) })}
        </Moment>
      )}
      {freshness.stale && `: ${t('states.stale.title')}`}
    </span>
  );
}
