import { PeopleLink } from '../components/PeopleLink';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

/** Who is not known, and why: each reason opens its list. */
export function UnknownReasons({ counts }: Pick<OverviewPartProps, 'counts'>) {
  const { t, count, reason } = useWords();
  const { unknown } = counts.states;
  const reasons = counts.reasons.filter(({ state }) => state === 'unknown');
  if (unknown === 0) return null;
  return (
    <li className={shared.small}>
      <PeopleLink small filter={{ state: 'unknown' }}>
        {t('overview.registered.unknown', { value: unknown })}
      </PeopleLink>
      {t('overview.registered.ofThem')}
      <ul className={styles.reasons}>
        {reasons.map(part => (
          <li key={part.reason}>
            {count(part.count)}{' '}
            <PeopleLink
              small
              filter={{ state: 'unknown', reason: part.reason }}
            >
              {reason(part.reason)}
            </PeopleLink>
          </li>
        ))}
      </ul>
    </li>
  );
}
