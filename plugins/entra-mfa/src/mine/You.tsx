import { Link } from '@backstage/ui';
import { RiErrorWarningFill } from '@remixicon/react';
import type { Mine } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { StateLabel } from '../components/StateLabel';
import { useWords } from '../messages/useWords';
import { useLocation } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import type { PageParams } from '../navigation/usePageParams';
import { SecurityInfoLink } from './SecurityInfoLink';
import { useMine } from './useMine';
import { useMyToDo } from './useMyToDo';
import shared from '../components/shared.module.css';
import styles from './mine.module.css';

type Me = NonNullable<Mine['me']>;

function Shown(props: {
  me: Me;
  targetDate: string | null;
  isOnlyUrgent: boolean;
}) {
  const { me, targetDate, isOnlyUrgent } = props;
  const { person, tenant } = me;
  const { t, stateOf, whyOf } = useWords();
  const links = useLinks({ tenant: person.tenant });
  const { isDone, isUrgent, says } = useMyToDo(person, tenant, targetDate);
  const { pathname } = useLocation();
  const href = links.person(person);
  // One's own page says it itself.
  if (href.split('?')[0] === pathname) return null;
  const [first, ...rest] = says;
  if (isUrgent) {
    return (
      <section className={styles.band} aria-label={t('mine.you.title')}>
        <RiErrorWarningFill size={18} aria-hidden className={styles.sign} />
        <p className={styles.says}>
          <strong>{first}</strong> {rest.join(' ')}{' '}
          <Link href={href}>{t('mine.you.why')}</Link>
        </p>
        <SecurityInfoLink tenant={tenant} isDone={false} />
      </section>
    );
  }
  if (isOnlyUrgent) return null;
  const isKnown = person.state === 'covered';
  const why = isKnown && !isDone ? first : whyOf(person);
  return (
    <section className={styles.you} aria-label={t('mine.you.title')}>
      <Link href={href} variant="body-small">
        {t('mine.you.title')}
      </Link>
      <StateLabel state={person.state} label={stateOf(person)} />
      <span>{isDone ? t('mine.you.done') : why}</span>
      {person.state !== 'out-of-scope' && (
        <Link
          href={tenant.securityInfoUrl}
          target="_blank"
          variant="body-small"
          className={shared.nowrap}
        >
          {t(isDone ? 'cards.user.manage' : 'cards.user.register')}
        </Link>
      )}
    </section>
  );
}

/**
 * The reader's own state: a line while nothing is to be done; else what to do now, until when and what
 * happens then. Nothing where no tenant knows the reader, and of a past day.
 */
export function You(
  props: PageParams & {
    /** Where the room is for something else: only what the reader has to do now. */
    isOnlyUrgent?: boolean;
  },
) {
  const { isOnlyUrgent = false, ...params } = props;
  const { data } = useMine(params);
  if (!data?.me) return null;
  return (
    <Shown
      me={data.me}
      targetDate={data.targetDate}
      isOnlyUrgent={isOnlyUrgent}
    />
  );
}
