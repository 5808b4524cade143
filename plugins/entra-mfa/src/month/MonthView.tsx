import { Button, ButtonLink } from '@backstage/ui';
import { statusOf } from '../api/statusOf';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { monthChecks } from '../navigation/valueChecks';
import { titleOfRef } from '../navigation/titleOfRef';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import { Notice } from '../states/Notice';
import { WrongValues } from '../states/WrongValues';
import { TeamSelect } from '../teams/TeamSelect';
import { MonthComes } from './MonthComes';
import { MonthFigures } from './MonthFigures';
import { MonthPeople } from './MonthPeople';
import { monthOf } from './monthOf';
import { useStand } from './useMonth';
import styles from './month.module.css';

/** The report of a month, of a team or of everyone: the gap, who is new, what was fixed and lost, and what comes. */
export function MonthView() {
  const { t, monthName } = useWords();
  const { tenant, at } = usePageParams();
  const links = useLinks({ tenant, at });
  const { values, change, wrong } = useCheckedValues(monthChecks);
  const month = monthOf(values.month, at);
  const subject = { tenant, team: values.team };
  const then = useStand(subject, month.before);
  const now = useStand(subject, month.last);
  const { stand } = now;
  const name = monthName(month.month);
  const isRead = stand && (then.stand || then.error);
  const whose =
    values.team === undefined
      ? stand?.tenant?.name ?? ''
      : stand?.title ?? titleOfRef(values.team);
  return (
    <article className={`${shared.stack} ${styles.report}`}>
      <div className={styles.controls}>
        <ButtonLink
          size="small"
          variant="secondary"
          href={links.month({ month: month.previous, team: values.team })}
        >
          {t('month.previous')}
        </ButtonLink>
        {month.next && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.month({ month: month.next, team: values.team })}
          >
            {t('month.next')}
          </ButtonLink>
        )}
        <TeamSelect
          filter={{ team: values.team }}
          onChange={({ team }) => change({ team })}
        />
        <Button size="small" variant="secondary" onPress={() => window.print()}>
          {t('month.print')}
        </Button>
      </div>
      <WrongValues wrong={wrong} />
      <header>
        <h2 className={styles.title}>
          {t('month.title', { month: name, whose })}
        </h2>
        {!month.last && <p className={shared.line}>{t('month.goesOn')}</p>}
      </header>
      {now.error && !stand && (
        <ErrorState error={now.error} onRetry={now.refetch} />
      )}
      {!now.error && !isRead && <LoadingState />}
      {isRead && !stand.counts && (
        <Notice
          title={t(stand.hidden ? 'month.small' : 'month.none', {
            month: name,
          })}
        />
      )}
      {isRead && stand.counts && (
        <>
          {then.error && statusOf(then.error) !== 404 && (
            <ErrorState error={then.error} onRetry={then.refetch} />
          )}
          <MonthFigures month={month} then={then.stand} now={stand} />
          <MonthPeople kind="lost" subject={subject} month={month} />
          <MonthPeople kind="joined" subject={subject} month={month} />
          <MonthPeople kind="gained" subject={subject} month={month} />
          <MonthComes subject={subject} stand={stand} month={month} />
        </>
      )}
    </article>
  );
}
