import type { Freshness } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** When the figures of a card were read, that they are old, and what they were made from where it is no report. */
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
      {freshness.fromMethods && ` · ${t('overview.fromMethods.title')}`}
    </span>
  );
}
