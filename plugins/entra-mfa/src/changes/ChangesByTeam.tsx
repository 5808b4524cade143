import { Link } from '@backstage/ui';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import type { ChangesValues } from '../navigation/changesNames';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useTeams } from '../teams/useTeams';
import { useWords } from '../messages/useWords';
import { countOfKinds } from './countOfKinds';
import { useChanges } from './useChanges';
import shared from '../components/shared.module.css';

function Row(props: { team: TeamSummary; values: ChangesValues }) {
  const { team, values } = props;
  const { t, count } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const of = { ...values, team: team.ref };
  const { data } = useChanges(params.tenant, of, 1);
  const people = data && countOfKinds(data.counts, values.kind);
  return (
    <tr>
      <th scope="row">
        <Link href={links.changes(of)}>{team.title}</Link>
      </th>
      <td className={table.number}>
        {typeof people === 'number' && count(people)}
        {people === null && (
          <span className={shared.quiet}>{t('teams.hidden')}</span>
        )}
      </td>
    </tr>
  );
}

/** For who may not see who changed: in which teams, of those below the one that is chosen, or below the top. */
export function ChangesByTeam({ values }: { values: ChangesValues }) {
  const { t } = useWords();
  const params = usePageParams();
  const roots = useTeams(params, { parent: 'none', sort: 'short' });
  const top = roots.data?.pages[0].items ?? [];
  const [only] = top;
  const parent = values.team ?? (top.length === 1 ? only.ref : 'none');
  const { data } = useTeams(params, { parent, sort: 'short' });
  const teams = data?.pages[0].items.filter(({ people }) => people !== 0) ?? [];
  if (!roots.data || teams.length === 0) return null;
  return (
    <>
      <DataTable
        label={t('changes.byTeam')}
        columns={[
          { label: t('changes.column.team') },
          { label: t('changes.column.people'), isNumber: true },
        ]}
      >
        {teams.map(team => (
          <Row key={team.ref} team={team} values={values} />
        ))}
      </DataTable>
      <p className={shared.note}>{t('changes.byTeamNote')}</p>
    </>
  );
}
