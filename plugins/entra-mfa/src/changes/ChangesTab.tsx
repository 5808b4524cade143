import { Link, Skeleton } from '@backstage/ui';
import {
  entraMfaPeopleReadPermission,
  type Changes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { useLinks } from '../navigation/useLinks';
import { changesChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { usePagedList } from '../api/usePagedList';
import { SearchText } from '../components/SearchText';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { TeamSelect } from '../teams/TeamSelect';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { ChangesByTeam } from './ChangesByTeam';
import { ChangesExport } from './ChangesExport';
import { ChangesTable } from './ChangesTable';
import { countOfKinds } from './countOfKinds';
import { KindChips } from './KindChips';
import { PeriodControls } from './PeriodControls';
import { WeeklyBars } from './WeeklyBars';
import styles from './changes.module.css';

/** What is compared, and which permission shows who it is. */
function Notes({ changes }: { changes: Changes }) {
  const { t, momentOf } = useWords();
  const { from, to, visibility } = changes;
  return (
    <div className={styles.notes}>
      {from && to && (
        <p>
          {t('changes.compared', {
            from: momentOf(from.at),
            to: momentOf(to.at),
          })}{' '}
          {changes.sinceBeginning &&
            t('changes.beginning', { from: momentOf(from.at) })}
        </p>
      )}
      {visibility === 'some' && <p>{t('changes.some')}</p>}
      {changes.people === null && <p>{t('changes.small')}</p>}
      {visibility === 'none' && (changes.people ?? 0) > 0 && (
        <p>
          {t('changes.hidden', {
            permission: <code>{entraMfaPeopleReadPermission.name}</code>,
          })}
        </p>
      )}
    </div>
  );
}

/** Who changed between two dates: lost registrations first, counted by kind, for a team or everyone. */
export function ChangesTab() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const links = useLinks({ tenant, at });
  const { values: asked, change, wrong } = useCheckedValues(changesChecks);
  const values = { ...asked, to: asked.to ?? at };
  const {
    data: first,
    error,
    refetch,
    isPlaceholderData,
    paging,
  } = usePagedList('getChanges', {}, { ...values, tenant, count: true });
  // Where somebody changed whom the reader does not see, nobody would not be true.
  const isWhole =
    first &&
    (first.visibility === 'all' ||
      countOfKinds(first.counts, values.kind) === 0);
  const noneOfAll = values.q
    ? t('changes.none.search', { query: values.q })
    : t('changes.none.title');
  const none = isWhole ? noneOfAll : t('changes.none.seen');
  return (
    <Panel
      title={t('changes.title')}
      aside={
        first &&
        first.people !== null &&
        t('changes.found', { count: first.people })
      }
    >
      <WrongValues wrong={wrong} />
      <div className={styles.controls}>
        <PeriodControls values={values} onChange={change} />
        <TeamSelect
          filter={{ team: values.team }}
          onChange={({ team }) => change({ team })}
        />
      </div>
      <p className={styles.line}>
        <Link href={links.month({ team: values.team })}>{t('month.link')}</Link>
      </p>
      <WeeklyBars values={asked} onChange={change} />
      {error && !first && <ErrorState error={error} onRetry={refetch} />}
      {!error && !first && <Skeleton width="100%" height={240} />}
      {first && (
        <>
          {first.counts && (
            <KindChips
              counts={first.counts}
              selected={values.kind?.split(',') ?? []}
              onChange={kinds => change({ kind: kinds.join(',') })}
            />
          )}
          <Notes changes={first} />
          {first.visibility !== 'none' && (
            <ChangesTable
              items={first.items}
              isStale={isPlaceholderData}
              values={values}
              onChange={change}
              paging={paging}
              above={
                <SearchText
                  value={values.q}
                  onChange={q => change({ q })}
                  label={t('people.search')}
                  placeholder={t('people.find')}
                />
              }
              tools={
                <ChangesExport
                  values={values}
                  disabled={first.items.length === 0}
                />
              }
              empty={
                <EmptyState title={none}>{t('changes.none.text')}</EmptyState>
              }
            />
          )}
          {first.visibility !== 'all' && <ChangesByTeam values={values} />}
        </>
      )}
    </Panel>
  );
}
