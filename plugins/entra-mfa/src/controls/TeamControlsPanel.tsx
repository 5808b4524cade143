import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Skeleton } from '@backstage/ui';
import type { TeamControls } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { statusOf } from '../api/statusOf';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { ErrorState } from '../states/ErrorState';
import { TeamCells } from './TeamCells';

type Line = TeamControls['controls'][number];

function Row(props: { framework: string; team: string; control: Line }) {
  const { framework, team, control } = props;
  const { said } = useWords();
  const links = useLinks({});
  const { id, titles, disabledReason } = control;
  return (
    <tr>
      <th scope="row">
        <Link href={links.control(framework, id)} variant="body-small">
          <strong>{id}</strong> {said(titles)}
        </Link>
      </th>
      <TeamCells
        standing={control}
        team={team}
        disabledReason={disabledReason}
      />
    </tr>
  );
}

function Lines({ controls: of }: { controls: TeamControls }) {
  const { t } = useWords();
  const { controls, framework, ofTenant, team } = of;
  return (
    <>
      {of.staleCauses.length > 0 && (
        <p className={shared.line}>{t('controls.stale')}</p>
      )}
      <DataTable
        label={t('controls.team.title')}
        columns={[
          { label: t('controls.column.control') },
          { label: t('controls.column.status') },
          { label: t('controls.column.figure') },
        ]}
      >
        {controls.map(control => (
          <Row
            key={control.id}
            framework={framework.id}
            team={team.ref}
            control={control}
          />
        ))}
      </DataTable>
      <p className={shared.note}>
        {[
          t('controls.team.note'),
          ...(ofTenant > 0
            ? [t('controls.team.ofTenant', { count: ofTenant })]
            : []),
          ...(controls.some(({ withheld }) => withheld)
            ? [t('controls.team.withheld')]
            : []),
        ].join(' ')}
      </p>
    </>
  );
}

/** Where a team stands in the controls that it can answer; nothing for who may not see controls. */
export function TeamControlsPanel({ team }: { team: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useRead(
    'getTeamControls',
    parseEntityRef(team),
    {},
  );
  // Without a framework of the configuration, or before the first sync, there is nothing to say.
  if ([403, 404].includes(statusOf(error) ?? 0)) return null;
  return (
    <Panel title={t('controls.team.title')} aside={data?.framework.name}>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={160} />}
      {data?.hidden && (
        <p className={shared.line}>
          {t('teams.small', { fewest: data.hideBelow })}
        </p>
      )}
      {data && data.controls.length > 0 && <Lines controls={data} />}
    </Panel>
  );
}
