import { Link, Skeleton } from '@backstage/ui';
import type {
  Control,
  ControlDay,
  ControlTeams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { statusOf } from '../api/statusOf';
import { usePagedList } from '../api/usePagedList';
import { DataTable } from '../components/DataTable';
import { Pager } from '../components/Pager';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { ControlStatusLabel } from './ControlStatusLabel';
import { TeamCells } from './TeamCells';
import { useResultWords } from './useResultWords';
import styles from './controls.module.css';

const statuses = [
  ['met', 'met'],
  ['not-met', 'notMet'],
  ['not-evaluated', 'notEvaluated'],
  ['stale', 'stale'],
] as const satisfies readonly (readonly [ControlDay, string])[];

function Row({ item }: { item: ControlTeams['items'][number] }) {
  const links = useLinks(usePageParams());
  const { team, hidden } = item;
  return (
    <tr>
      <th scope="row">
        <Link href={links.entity(team.ref)} variant="body-small">
          {team.title}
        </Link>
      </th>
      <TeamCells standing={item} team={team.ref} isHidden={hidden} />
    </tr>
  );
}

function Counts({ teams: { counts } }: { teams: ControlTeams }) {
  const { t } = useWords();
  return (
    <ul className={styles.counts}>
      {statuses
        .filter(([, key]) => counts[key] > 0)
        .map(([status, key]) => (
          <li key={status}>
            <ControlStatusLabel status={status} count={counts[key]} />
          </li>
        ))}
      {counts.notTold > 0 && (
        <li className={shared.small}>
          {t('controls.of', {
            value: counts.notTold,
            status: t('controls.team.notTold'),
          })}
        </li>
      )}
    </ul>
  );
}

/** A control by team, the worst first. */
export function ControlTeamsPanel({ control }: { control: Control }) {
  const { t } = useWords();
  const { titleOf } = useResultWords();
  const { tenant, at } = usePageParams();
  const { data, error, refetch, paging } = usePagedList(
    'getControlTeams',
    { framework: control.framework.id, id: control.id },
    { tenant, at, count: true },
    { list: 'teams' },
  );
  const title = t('controls.team.byTeam');
  // Where it does not apply, or nothing was read, its page says so.
  if (data && (data.disabledReason !== null || !data.snapshot)) return null;
  return (
    <Panel title={title} aside={t('controls.team.aside')}>
      {error && !data && statusOf(error) !== 404 && (
        <ErrorState error={error} onRetry={refetch} />
      )}
      {error && !data && statusOf(error) === 404 && (
        <p className={shared.smallLine}>{messageOf(error)}</p>
      )}
      {!error && !data && <Skeleton width="100%" height={160} />}
      {data?.ofTeam.length === 0 && (
        <p className={shared.line}>{t('controls.team.onlyTenant')}</p>
      )}
      {data && data.items.length > 0 && (
        <div className={shared.form}>
          <Counts teams={data} />
          <DataTable
            label={title}
            columns={[
              { label: t('teams.team') },
              { label: t('controls.column.status') },
              { label: t('controls.column.figure') },
            ]}
          >
            {data.items.map(item => (
              <Row key={item.team.ref} item={item} />
            ))}
          </DataTable>
          <Pager paging={paging} rows={data.items.length} />
          {data.ofTenant.length > 0 && (
            <p className={shared.smallLine}>
              {t('controls.team.testsOfTenant', {
                tests: data.ofTenant
                  .map(id =>
                    titleOf(
                      control.results.find(({ test }) => test === id) ?? {
                        test: id,
                        added: null,
                      },
                    ),
                  )
                  .join(' · '),
              })}
            </p>
          )}
          {data.counts.notTold > 0 && (
            <p className={shared.smallLine}>{t('controls.team.withheld')}</p>
          )}
        </div>
      )}
    </Panel>
  );
}
