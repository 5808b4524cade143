import { Link } from '@backstage/ui';
import { phoneDeliveryEnds } from 'backstage-plugin-entra-mfa-common';
import { Panel } from '../figures/Panel';
import { useNow } from '../figures/useNow';
import { useLinks } from '../page/useLinks';
import { usePageParams } from '../page/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { dayOf } from '../words/time';
import { useWords } from '../words/useWords';
import type { OverviewPartProps } from './OverviewTab';
import { usePhoneTeams } from './usePhoneTeams';
import styles from './overview.module.css';

const state = 'covered,uncovered,unknown,exempt';
const TEAMS = 6;

/** Who has nothing but a phone, in which teams, and how long that still works. */
export function PhonePanel({ counts }: OverviewPartProps) {
  const { t, count } = useWords();
  const now = useNow();
  const params = usePageParams();
  const links = useLinks(params);
  const { data, error, refetch } = usePhoneTeams(params);
  const people = counts.marks['phone-only'] ?? 0;
  const byDefault = counts.marks['phone-default'] ?? 0;
  const teams = (data?.items ?? [])
    .flatMap(({ ref, title, phoneOnly, subTeams }) =>
      phoneOnly ? [{ ref, title, phoneOnly, subTeams }] : [],
    )
    // Who has teams below tells less than those do.
    .sort((a, b) => Number(a.subTeams > 0) - Number(b.subTeams > 0))
    .slice(0, TEAMS);
  const date = dayOf(phoneDeliveryEnds);
  // Of a past day, the days that were left then.
  const seen = params.at ? Date.parse(params.at) : now;
  const days = Math.ceil((Date.parse(phoneDeliveryEnds) - seen) / 86_400_000);
  return (
    <Panel
      title={t('phone.title')}
      aside={
        days > 0
          ? t('phone.countdown', { count: days })
          : t('phone.ended', { date })
      }
    >
      <p className={styles.sum}>
        {people > 0 ? (
          <>
            <Link href={links.people({ mark: 'phone-only', state })}>
              {t('phone.people', { count: people })}
            </Link>
            <span>{t('phone.text', { date })}</span>
          </>
        ) : (
          t('phone.none')
        )}
      </p>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {teams.length > 0 && (
        <p className={styles.sum}>
          <span className={styles.term}>{t('phone.teams')}:</span>
          {teams.map(({ ref, title, phoneOnly }) => (
            <span key={ref} className={styles.term}>
              <Link
                href={links.people({ mark: 'phone-only', state, team: ref })}
              >
                {title}
              </Link>{' '}
              <strong>{count(phoneOnly)}</strong>
            </span>
          ))}
        </p>
      )}
      <p className={styles.note}>
        {byDefault > 0 && (
          <>
            <Link
              href={links.people({ mark: 'phone-default', state })}
              variant="body-small"
            >
              {t('phone.default', { count: byDefault })}
            </Link>
            .{' '}
          </>
        )}
        {t('phone.cloud')}
      </p>
    </Panel>
  );
}
