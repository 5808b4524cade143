import { Link } from '@backstage/ui';
import { ForecastText } from '../components/ForecastText';
import { Panel } from '../components/Panel';
import { PhoneOnlyLines } from '../components/PhoneOnlyLines';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import type { Month } from './monthOf';
import type { MonthSubject, Stand } from './useMonth';

/** What comes, as it was known at the end of the month: the gap that is left, phones that end, and the forecast. */
export function MonthComes(props: {
  subject: MonthSubject;
  stand: Stand;
  month: Month;
}) {
  const { subject, stand, month } = props;
  const { t } = useWords();
  const { tenant, counts, forecast, targetPermille } = stand;
  const links = useLinks({ tenant: subject.tenant, at: month.last });
  if (!counts || !tenant) return null;
  const { uncovered } = counts.coverage;
  const people = (filter: object) =>
    links.people({ team: subject.team, ...filter });
  return (
    <Panel title={t('month.comes.title')}>
      {uncovered > 0 ? (
        <p className={shared.line}>
          <Link href={people({ state: 'uncovered' })}>
            {t('month.comes.open', { count: uncovered })}
          </Link>
        </p>
      ) : (
        <p className={shared.line}>{t('month.comes.none')}</p>
      )}
      <PhoneOnlyLines
        tenant={tenant}
        people={counts.marks['phone-only'] ?? 0}
        ends={counts.phoneEnds}
        words="cards.group.onlyPhone"
        className={shared.line}
        href={people({ mark: 'phone-only' })}
      />
      {forecast && (
        <ForecastText
          forecast={forecast}
          targetPermille={targetPermille}
          className={shared.line}
        />
      )}
    </Panel>
  );
}
