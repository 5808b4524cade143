import { Link, Skeleton } from '@backstage/ui';
import { entraMfaPeopleReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import { StateLabel } from '../components/StateLabel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { ErrorState } from '../states/ErrorState';
import type { Month } from './monthOf';
import { useChanged, type MonthSubject } from './useMonth';

/** So many are named; the tab of changes has the others. */
const NAMED = 20;

/** Who changed in one way: counted for everybody, by name for who may see names. */
export function MonthPeople(props: {
  kind: 'lost' | 'joined' | 'gained';
  subject: MonthSubject;
  month: Month;
}) {
  const { kind, subject, month } = props;
  const { t, count, dayOf, state } = useWords();
  const links = useLinks({ tenant: subject.tenant, at: month.last });
  const { data, error, refetch } = useChanged(subject, month, kind, NAMED);
  const title = t(`month.${kind}.title`);
  const people = data?.counts?.[kind];
  const items = data?.items ?? [];
  const more = (people ?? items.length) - items.length;
  const all = links.changes({
    ...{ kind, team: subject.team, from: month.before },
  });
  return (
    <Panel
      title={title}
      aside={people === undefined ? undefined : count(people)}
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="60%" height={40} />}
      {data && data.counts === null && (
        <p className={shared.line}>{t('changes.small')}</p>
      )}
      {people === 0 && <p className={shared.line}>{t(`month.${kind}.none`)}</p>}
      {data?.visibility === 'none' && (people ?? 0) > 0 && (
        <p className={shared.line}>
          {t('changes.hidden', {
            permission: <code>{entraMfaPeopleReadPermission.name}</code>,
          })}
        </p>
      )}
      {items.length > 0 && (
        <DataTable
          label={title}
          columns={[
            { label: t('changes.column.person') },
            { label: t('month.now') },
            { label: t('changes.column.team'), isExtra: true },
            { label: t('changes.column.at') },
          ]}
        >
          {items.map(change => (
            <tr key={change.id}>
              <th scope="row">
                <Link href={links.person(change)}>
                  {(change.after ?? change.before)?.displayName}
                </Link>
              </th>
              <td>
                {change.after && (
                  <StateLabel
                    state={change.after.state}
                    label={state(change.after.state)}
                  />
                )}
              </td>
              <td className={table.extra}>
                {change.teams.map(team => team.title).join(', ')}
              </td>
              <td>{dayOf(change.at)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {items.length > 0 && more > 0 && (
        <p className={shared.smallLine}>
          <Link variant="body-small" href={all}>
            {t('month.more', { count: more })}
          </Link>
        </p>
      )}
    </Panel>
  );
}
