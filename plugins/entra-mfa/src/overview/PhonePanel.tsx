import { Panel } from '../components/Panel';
import { PeopleLink } from '../components/PeopleLink';
import { useNow } from '../components/useNow';
import { useWhyPhoneGoesOn } from '../components/useWhyPhoneGoesOn';
import { inScope } from '../navigation/filterValues';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import { PhoneBurnDown } from './PhoneBurnDown';
import { PhoneTeams } from './PhoneTeams';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

/** Who has nothing but a phone, in which teams, and how long that still works. */
export function PhonePanel({ overview, counts }: OverviewPartProps) {
  const { t, dayOf } = useWords();
  const now = useNow();
  const params = usePageParams();
  const why = useWhyPhoneGoesOn(overview.tenant);
  const people = counts.marks['phone-only'] ?? 0;
  const byDefault = counts.marks['phone-default'] ?? 0;
  // Of a past day, the days that were left then.
  const seen = params.at ? Date.parse(params.at) : now;
  const days = counts.phoneEnds.map(({ date, count }) => {
    const left = Math.ceil((Date.parse(date) - seen) / 86_400_000);
    const when =
      left > 0
        ? t('phone.countdown', { count: left })
        : t('phone.ended', { date: dayOf(date) });
    return { date, count, when };
  });
  const several = days.length > 1;
  return (
    <Panel
      title={t('phone.title')}
      aside={days.map(({ when }) => when).join(' · ') || undefined}
    >
      <p className={styles.sum}>
        {people > 0 ? (
          <>
            <PeopleLink filter={{ mark: 'phone-only', state: inScope }}>
              {t('phone.people', { count: people })}
            </PeopleLink>
            {several && <span>{t('phone.textBoth')}</span>}
            {!several &&
              days.map(({ date }) => (
                <span key={date}>{t('phone.text', { date: dayOf(date) })}</span>
              ))}
            {days.length === 0 && <span>{t('phone.textStill')}</span>}
          </>
        ) : (
          t('phone.none')
        )}
      </p>
      {several && (
        <ul className={styles.days}>
          {days.map(({ date, count, when }) => (
            <li key={date}>
              {t('phone.day', { count, date: dayOf(date) })} ·{' '}
              <span className={shared.small}>{when}</span>
            </li>
          ))}
        </ul>
      )}
      <PhoneBurnDown series={overview.series} ends={counts.phoneEnds} />
      <PhoneTeams />
      <p className={styles.note}>
        {byDefault > 0 && (
          <>
            <PeopleLink
              filter={{ mark: 'phone-default', state: inScope }}
              small
            >
              {t('phone.default', { count: byDefault })}
            </PeopleLink>
            .{' '}
          </>
        )}
        {why ??
          (days.length > 0 && t(several ? 'phone.cloudBoth' : 'phone.cloud'))}
      </p>
    </Panel>
  );
}
